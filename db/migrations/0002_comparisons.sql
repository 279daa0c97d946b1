-- Two documents and everything said about them. A pair is compared once:
-- comparing it again replaces what stands here.

create table comparisons (
    id integer primary key,
    old_document_id integer not null,
    new_document_id integer not null,
    version text not null,                    -- of the policydiff that compared them
    compared_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    constraint comparisons_pair unique (old_document_id, new_document_id),
    constraint comparisons_old foreign key (old_document_id) references documents (id) on delete cascade,
    constraint comparisons_new foreign key (new_document_id) references documents (id) on delete cascade
) strict;

create index comparisons_new_document_id on comparisons (new_document_id);

create table comparison_notices (
    id integer primary key,
    comparison_id integer not null,
    position integer not null,
    code text not null,
    message text not null,
    span_start integer not null,
    span_end integer not null,
    constraint comparison_notices_position unique (comparison_id, position),
    constraint comparison_notices_comparison foreign key (comparison_id)
        references comparisons (id) on delete cascade,
    constraint comparison_notices_span check (0 <= span_start and span_start <= span_end)
) strict;

create table section_pairs (
    id integer primary key,
    comparison_id integer not null,
    position integer not null,
    old_section_id integer,                   -- null: the new section has no counterpart
    new_section_id integer,                   -- null: the old section has no counterpart
    score real not null,
    reason text not null,
    constraint section_pairs_position unique (comparison_id, position),
    constraint section_pairs_comparison foreign key (comparison_id)
        references comparisons (id) on delete cascade,
    constraint section_pairs_old foreign key (old_section_id) references sections (id) on delete cascade,
    constraint section_pairs_new foreign key (new_section_id) references sections (id) on delete cascade,
    constraint section_pairs_score check (score between 0 and 1)
) strict;

create index section_pairs_old_section_id on section_pairs (old_section_id);
create index section_pairs_new_section_id on section_pairs (new_section_id);

create table links (
    id integer primary key,
    comparison_id integer not null,
    position integer not null,
    type text not null,                       -- 'carry': promised again; 'report': reported on
    old_item_id integer not null,
    new_item_id integer not null,
    old_start integer not null,               -- the evidence: the clause that recurs
    old_end integer not null,
    new_start integer not null,
    new_end integer not null,
    score real not null,
    evidence text not null,                   -- JSON array of signs, strongest first
    constraint links_position unique (comparison_id, position),
    constraint links_comparison foreign key (comparison_id)
        references comparisons (id) on delete cascade,
    constraint links_old_item foreign key (old_item_id) references items (id) on delete cascade,
    constraint links_new_item foreign key (new_item_id) references items (id) on delete cascade,
    constraint links_type check (type in ('carry', 'report')),
    constraint links_old_span check (0 <= old_start and old_start <= old_end),
    constraint links_new_span check (0 <= new_start and new_start <= new_end),
    constraint links_score check (score between 0 and 1),
    constraint links_evidence check (json_valid(evidence) and json_type(evidence) = 'array')
) strict;

create index links_old_item_id on links (old_item_id);
create index links_new_item_id on links (new_item_id);

create table link_changes (
    link_id integer not null,
    position integer not null,
    change text not null,
    constraint link_changes_position primary key (link_id, position),
    constraint link_changes_link foreign key (link_id) references links (id) on delete cascade,
    constraint link_changes_change check (
        change in (
            'verbatim', 'reworded', 'raised', 'lowered', 'tightened', 'loosened',
            'broadened', 'narrowed', 'progressed', 'moved', 'split', 'merged'
        )
    )
) strict, without rowid;

create table runners_up (
    link_id integer not null,
    position integer not null,
    new_item_id integer not null,
    score real not null,
    constraint runners_up_position primary key (link_id, position),
    constraint runners_up_link foreign key (link_id) references links (id) on delete cascade,
    constraint runners_up_new_item foreign key (new_item_id) references items (id) on delete cascade,
    constraint runners_up_score check (score between 0 and 1)
) strict, without rowid;

create index runners_up_new_item_id on runners_up (new_item_id);

create table word_changes (
    link_id integer not null,
    position integer not null,
    old_start integer not null,               -- an empty span is the place of an insertion
    old_end integer not null,
    new_start integer not null,               -- an empty span is the place of a deletion
    new_end integer not null,
    constraint word_changes_position primary key (link_id, position),
    constraint word_changes_link foreign key (link_id) references links (id) on delete cascade,
    constraint word_changes_old_span check (0 <= old_start and old_start <= old_end),
    constraint word_changes_new_span check (0 <= new_start and new_start <= new_end)
) strict, without rowid;

create table target_changes (
    id integer primary key,
    comparison_id integer not null,
    position integer not null,
    old_target_id integer not null,
    new_target_id integer not null,
    direction text not null,
    constraint target_changes_position unique (comparison_id, position),
    constraint target_changes_comparison foreign key (comparison_id)
        references comparisons (id) on delete cascade,
    constraint target_changes_old foreign key (old_target_id) references targets (id) on delete cascade,
    constraint target_changes_new foreign key (new_target_id) references targets (id) on delete cascade,
    constraint target_changes_direction check (
        direction in ('raised', 'lowered', 'tightened', 'loosened', 'same')
    )
) strict;

create index target_changes_old_target_id on target_changes (old_target_id);
create index target_changes_new_target_id on target_changes (new_target_id);

create table outcomes (
    id integer primary key,
    comparison_id integer not null,
    position integer not null,
    old_target_id integer not null,
    new_result_id integer not null,
    verdict text not null,
    margin real not null,                     -- in the target's unit; 0 inside a range
    constraint outcomes_position unique (comparison_id, position),
    constraint outcomes_comparison foreign key (comparison_id)
        references comparisons (id) on delete cascade,
    constraint outcomes_target foreign key (old_target_id) references targets (id) on delete cascade,
    constraint outcomes_result foreign key (new_result_id) references results (id) on delete cascade,
    constraint outcomes_verdict check (verdict in ('exceeded', 'met', 'missed'))
) strict;

create index outcomes_old_target_id on outcomes (old_target_id);
create index outcomes_new_result_id on outcomes (new_result_id);

create table item_statuses (
    comparison_id integer not null,
    side text not null,
    item_id integer not null,
    status text,                              -- null only where a caveat stands alone
    caveat text not null,                     -- 'outside_coverage', or ''
    constraint item_statuses_item primary key (comparison_id, side, item_id),
    constraint item_statuses_comparison foreign key (comparison_id)
        references comparisons (id) on delete cascade,
    constraint item_statuses_item_id foreign key (item_id) references items (id) on delete cascade,
    constraint item_statuses_status check (
        (side = 'old' and status in ('carried', 'dropped'))
        or (side = 'new' and status in ('carried', 'added'))
        or (status is null and caveat <> '')
    )
) strict, without rowid;

create index item_statuses_item_id on item_statuses (item_id);
