-- Commitments followed through all documents of a series. Tracking a series again replaces what
-- stands here; a commitment keeps its id.

create table trackings (
    id integer primary key,
    series text not null,
    version text not null,                    -- of the policydiff that tracked the series
    with_others integer not null,             -- 1 when other issuers' documents were asked for
    tracked_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    constraint trackings_series unique (series),
    constraint trackings_with_others check (with_others in (0, 1))
) strict;

create table tracked_documents (
    tracking_id integer not null,
    document_id integer not null,
    position integer not null,                -- in the order of the series
    slot integer,                             -- documents of one year share a slot; null if left out
    years integer,                            -- how many it speaks for: five-year plans; null likewise
    left_out text not null,                   -- why it is not tracked, or ''
    constraint tracked_documents_position primary key (tracking_id, position),
    constraint tracked_documents_document unique (document_id, tracking_id),
    constraint tracked_documents_tracking foreign key (tracking_id)
        references trackings (id) on delete cascade,
    constraint tracked_documents_document_id foreign key (document_id)
        references documents (id) on delete cascade,
    constraint tracked_documents_slot check ((slot is null) = (left_out <> '')),
    constraint tracked_documents_years check ((slot is null) = (years is null) and years > 0)
) strict, without rowid;

create table commitments (
    id text primary key,                      -- a hash of series, first label and first wording
    tracking_id integer not null,
    name text not null,                       -- its words where it first stands
    status text not null,                     -- what it is in the newest year tracked
    first_item_id integer not null,
    last_item_id integer not null,
    years integer not null,                   -- in how many years it is promised
    likeness real not null,                   -- of its first and its last wording
    merged_into text,                         -- the commitment that goes on for both
    split_from text,                          -- the commitment it began as a part of
    cut_from text,                            -- the commitment whose subject it left
    constraint commitments_tracking foreign key (tracking_id)
        references trackings (id) on delete cascade,
    constraint commitments_first_item foreign key (first_item_id)
        references items (id) on delete cascade,
    constraint commitments_last_item foreign key (last_item_id)
        references items (id) on delete cascade,
    constraint commitments_merged_into foreign key (merged_into)
        references commitments (id) deferrable initially deferred,
    constraint commitments_split_from foreign key (split_from)
        references commitments (id) deferrable initially deferred,
    constraint commitments_cut_from foreign key (cut_from)
        references commitments (id) deferrable initially deferred,
    constraint commitments_status check (
        status in ('promised', 'dropped', 'completed', 'merged', 'not_covered')
    ),
    constraint commitments_years check (years > 0),
    constraint commitments_likeness check (likeness between 0 and 1)
) strict;

create index commitments_tracking_id on commitments (tracking_id, status);
create index commitments_first_item_id on commitments (first_item_id);
create index commitments_last_item_id on commitments (last_item_id);
create index commitments_merged_into on commitments (merged_into);
create index commitments_split_from on commitments (split_from);
create index commitments_cut_from on commitments (cut_from);

create table commitment_items (
    commitment_id text not null,
    position integer not null,                -- in the order of the documents
    item_id integer not null,
    is_shared integer not null,               -- 1 where the item is another commitment's in the first place
    constraint commitment_items_position primary key (commitment_id, position),
    constraint commitment_items_is_shared check (is_shared in (0, 1)),
    constraint commitment_items_commitment foreign key (commitment_id)
        references commitments (id) on delete cascade,
    constraint commitment_items_item_id foreign key (item_id)
        references items (id) on delete cascade
) strict, without rowid;

create index commitment_items_item_id on commitment_items (item_id);
create unique index commitment_items_home on commitment_items (item_id) where is_shared = 0;

create table commitment_steps (
    id integer primary key,
    commitment_id text not null,
    position integer not null,
    old_item_id integer not null,             -- of split_from's items where the commitment begins so
    new_item_id integer not null,
    score real not null,
    is_bridge integer not null,               -- 1 when it rests on the two wordings alone
    constraint commitment_steps_position unique (commitment_id, position),
    constraint commitment_steps_commitment foreign key (commitment_id)
        references commitments (id) on delete cascade,
    constraint commitment_steps_old_item foreign key (old_item_id)
        references items (id) on delete cascade,
    constraint commitment_steps_new_item foreign key (new_item_id)
        references items (id) on delete cascade,
    constraint commitment_steps_score check (score between 0 and 1),
    constraint commitment_steps_is_bridge check (is_bridge in (0, 1))
) strict;

create index commitment_steps_old_item_id on commitment_steps (old_item_id);
create index commitment_steps_new_item_id on commitment_steps (new_item_id);

create table step_changes (
    step_id integer not null,
    position integer not null,
    change text not null,
    constraint step_changes_position primary key (step_id, position),
    constraint step_changes_step foreign key (step_id)
        references commitment_steps (id) on delete cascade,
    constraint step_changes_change check (
        change in (
            'verbatim', 'reworded', 'raised', 'lowered', 'tightened', 'loosened',
            'broadened', 'narrowed', 'progressed', 'moved', 'split', 'merged'
        )
    )
) strict, without rowid;

create table commitment_years (
    commitment_id text not null,
    position integer not null,                -- 0 is the year it is introduced in
    document_id integer not null,             -- the year's document that holds it, or would
    standing text not null,
    absent_years integer not null,            -- of the series' years, just before this one
    constraint commitment_years_position primary key (commitment_id, position),
    constraint commitment_years_commitment foreign key (commitment_id)
        references commitments (id) on delete cascade,
    constraint commitment_years_document foreign key (document_id)
        references documents (id) on delete cascade,
    constraint commitment_years_standing check (
        standing in (
            'introduced', 'carried', 'revived', 'absent', 'dropped', 'completed', 'merged',
            'not_covered'
        )
    ),
    constraint commitment_years_absent_years check (absent_years >= 0)
) strict, without rowid;

create index commitment_years_document_id on commitment_years (document_id, standing);

create table promise_reports (
    commitment_id text not null,
    item_id integer not null,                 -- the promise
    document_id integer,                      -- whose review would report; null while there is none
    result_item_id integer,                   -- what it reports; null where it says nothing
    answer text not null,
    score real,                               -- how sure the link to the result is
    constraint promise_reports_item primary key (commitment_id, item_id),
    constraint promise_reports_commitment foreign key (commitment_id)
        references commitments (id) on delete cascade,
    constraint promise_reports_item_id foreign key (item_id)
        references items (id) on delete cascade,
    constraint promise_reports_document foreign key (document_id)
        references documents (id) on delete cascade,
    constraint promise_reports_result_item foreign key (result_item_id)
        references items (id) on delete cascade,
    constraint promise_reports_answer check (
        answer in (
            'exceeded', 'met', 'missed', 'progressed', 'reported', 'not_mentioned', 'not_covered',
            'pending'
        )
    ),
    constraint promise_reports_score check ((score is null) = (result_item_id is null))
) strict, without rowid;

create index promise_reports_item_id on promise_reports (item_id);
create index promise_reports_document_id on promise_reports (document_id);
create index promise_reports_result_item_id on promise_reports (result_item_id);

-- A tracking without one of its documents would be half a truth.
create trigger documents_delete_tracking before delete on documents
begin
    delete from trackings
    where id in (select tracking_id from tracked_documents where document_id = old.id);
end;
