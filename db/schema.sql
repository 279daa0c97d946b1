-- All of the schema after the last migration: written by a program, to be read.

CREATE TABLE documents (
    id integer primary key,
    series text not null,                     -- '' when the document belongs to none
    label text not null,                      -- unique within the series, as a rule the year
    title text not null,
    issuer text not null,
    year integer,
    date text not null,                       -- ISO date, or ''
    genre text not null,
    language text not null,                   -- 'zh' or 'en'
    source text not null,                     -- the file it was read from
    sha256 text not null,                     -- of the file's bytes
    text text not null,                       -- decoded, line ends normalised
    added_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    constraint documents_label unique (series, label),
    constraint documents_genre check (genre in ('work_report', 'plan_report', 'law', 'terms', 'other'))
) strict;

CREATE INDEX documents_sha256 on documents (sha256);

CREATE TABLE notices (
    id integer primary key,
    document_id integer not null,
    position integer not null,
    code text not null,
    message text not null,
    span_start integer not null,
    span_end integer not null,
    constraint notices_position unique (document_id, position),
    constraint notices_document foreign key (document_id) references documents (id) on delete cascade,
    constraint notices_span check (0 <= span_start and span_start <= span_end)
) strict;

CREATE TABLE furniture (
    id integer primary key,
    document_id integer not null,
    position integer not null,
    span_start integer not null,
    span_end integer not null,
    constraint furniture_position unique (document_id, position),
    constraint furniture_document foreign key (document_id) references documents (id) on delete cascade,
    constraint furniture_span check (0 <= span_start and span_start <= span_end)
) strict;

CREATE TABLE sections (
    id integer primary key,
    document_id integer not null,
    position integer not null,                -- 3 is old:s3 or new:s3 in the JSON
    parent_id integer,
    level integer not null,
    ordinal text not null,                    -- as written: '一、', '（三）', or ''
    heading text not null,                    -- '' for the text before the first heading
    span_start integer not null,
    span_end integer not null,
    heading_start integer not null,
    heading_end integer not null,
    role text not null,
    constraint sections_position unique (document_id, position),
    constraint sections_document foreign key (document_id) references documents (id) on delete cascade,
    constraint sections_parent foreign key (parent_id) references sections (id)
        on delete cascade deferrable initially deferred,
    constraint sections_span check (0 <= span_start and span_start <= span_end),
    constraint sections_heading check (0 <= heading_start and heading_start <= heading_end),
    constraint sections_role check (
        role in ('review', 'plan', 'situation', 'self_government', 'other')
    )
) strict;

CREATE INDEX sections_parent_id on sections (parent_id);

CREATE TABLE items (
    id integer primary key,
    document_id integer not null,
    position integer not null,                -- 17 is old:i17 or new:i17 in the JSON
    section_id integer not null,
    kind text not null,
    span_start integer not null,
    span_end integer not null,
    line integer not null,                    -- of documents.text, where it starts; the first is 1
    text text not null,                       -- as the source writes it, on one line
    plain text not null,                      -- the same with widths and quotes folded
    sentence integer not null,                -- counted from the start of the document
    paragraph integer not null,               -- counted from the start of the document
    constraint items_position unique (document_id, position),
    constraint items_document foreign key (document_id) references documents (id) on delete cascade,
    constraint items_section foreign key (section_id) references sections (id) on delete cascade,
    constraint items_span check (0 <= span_start and span_start <= span_end),
    constraint items_kind check (kind in ('commitment', 'target', 'result', 'context'))
) strict;

CREATE INDEX items_section_id on items (section_id);

CREATE TABLE targets (
    id integer primary key,
    document_id integer not null,
    position integer not null,                -- 4 is old:t4 or new:t4 in the JSON
    item_id integer not null,
    span_start integer not null,
    span_end integer not null,
    indicator text not null,
    comparator text not null,                 -- '~' about, '+' an increase by that amount
    value real not null,
    value_hi real,                            -- the upper end of a range
    unit text not null,
    strength text not null,                   -- '力争', '确保', or ''
    baseline text not null,                   -- what it is measured from: '比上年', or ''
    deadline text not null, indicator_key text not null default '',                   -- when it is due: '到2025年', or ''
    constraint targets_position unique (document_id, position),
    constraint targets_document foreign key (document_id) references documents (id) on delete cascade,
    constraint targets_item foreign key (item_id) references items (id) on delete cascade,
    constraint targets_span check (0 <= span_start and span_start <= span_end),
    constraint targets_comparator check (comparator in ('=', '>=', '<=', '~', 'range', '+'))
) strict;

CREATE INDEX targets_item_id on targets (item_id);

CREATE TABLE results (
    id integer primary key,
    document_id integer not null,
    position integer not null,                -- 4 is old:r4 or new:r4 in the JSON
    item_id integer not null,
    span_start integer not null,
    span_end integer not null,
    indicator text not null,
    comparator text not null,                 -- as in targets
    value real not null,
    value_hi real,                            -- the upper end of a range
    unit text not null,
    period text not null,                     -- several years it is for: '五年来', or ''
    constraint results_position unique (document_id, position),
    constraint results_document foreign key (document_id) references documents (id) on delete cascade,
    constraint results_item foreign key (item_id) references items (id) on delete cascade,
    constraint results_span check (0 <= span_start and span_start <= span_end),
    constraint results_comparator check (comparator in ('=', '>=', '<=', '~', 'range', '+'))
) strict;

CREATE INDEX results_item_id on results (item_id);

CREATE TABLE comparisons (
    id integer primary key,
    old_document_id integer not null,
    new_document_id integer not null,
    version text not null,                    -- of the policydiff that compared them
    compared_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    constraint comparisons_pair unique (old_document_id, new_document_id),
    constraint comparisons_old foreign key (old_document_id) references documents (id) on delete cascade,
    constraint comparisons_new foreign key (new_document_id) references documents (id) on delete cascade
) strict;

CREATE INDEX comparisons_new_document_id on comparisons (new_document_id);

CREATE TABLE comparison_notices (
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

CREATE TABLE section_pairs (
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

CREATE INDEX section_pairs_old_section_id on section_pairs (old_section_id);

CREATE INDEX section_pairs_new_section_id on section_pairs (new_section_id);

CREATE TABLE links (
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
    evidence text not null, outcome text constraint links_outcome check (
    outcome in ('exceeded', 'met', 'missed', 'progressed', 'reported')
),                   -- JSON array of signs, strongest first
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

CREATE INDEX links_old_item_id on links (old_item_id);

CREATE INDEX links_new_item_id on links (new_item_id);

CREATE TABLE link_changes (
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

CREATE TABLE runners_up (
    link_id integer not null,
    position integer not null,
    new_item_id integer not null,
    score real not null,
    constraint runners_up_position primary key (link_id, position),
    constraint runners_up_link foreign key (link_id) references links (id) on delete cascade,
    constraint runners_up_new_item foreign key (new_item_id) references items (id) on delete cascade,
    constraint runners_up_score check (score between 0 and 1)
) strict, without rowid;

CREATE INDEX runners_up_new_item_id on runners_up (new_item_id);

CREATE TABLE word_changes (
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

CREATE TABLE target_changes (
    id integer primary key,
    comparison_id integer not null,
    position integer not null,
    old_target_id integer not null,
    new_target_id integer not null,
    direction text not null, ambition text constraint target_changes_ambition check (
    ambition in ('more', 'less')
),
    constraint target_changes_position unique (comparison_id, position),
    constraint target_changes_comparison foreign key (comparison_id)
        references comparisons (id) on delete cascade,
    constraint target_changes_old foreign key (old_target_id) references targets (id) on delete cascade,
    constraint target_changes_new foreign key (new_target_id) references targets (id) on delete cascade,
    constraint target_changes_direction check (
        direction in ('raised', 'lowered', 'tightened', 'loosened', 'same')
    )
) strict;

CREATE INDEX target_changes_old_target_id on target_changes (old_target_id);

CREATE INDEX target_changes_new_target_id on target_changes (new_target_id);

CREATE TABLE outcomes (
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

CREATE INDEX outcomes_old_target_id on outcomes (old_target_id);

CREATE INDEX outcomes_new_result_id on outcomes (new_result_id);

CREATE TABLE item_statuses (
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

CREATE INDEX item_statuses_item_id on item_statuses (item_id);

CREATE VIEW section_paths as
with recursive paths (section_id, path, depth) as (
    select id, ordinal || heading, 1
    from sections
    where parent_id is null
    union all
    select sections.id, paths.path || ' › ' || sections.ordinal || sections.heading, paths.depth + 1
    from sections
    join paths on paths.section_id = sections.parent_id
)
select section_id, path, depth
from paths;

CREATE VIEW target_figures as
select
    id as target_id,
    item_id,
    position,
    indicator || ' ' || strength
    || case when comparator in ('=', 'range') then '' else comparator end
    || printf('%.15g', value)
    || case when value_hi is null then '' else printf('–%.15g', value_hi) end
    || unit as figure
from targets;

CREATE VIEW result_figures as
select
    id as result_id,
    item_id,
    position,
    indicator || ' '
    || case when comparator in ('=', 'range') then '' else comparator end
    || printf('%.15g', value)
    || case when value_hi is null then '' else printf('–%.15g', value_hi) end
    || unit as figure
from results;

CREATE VIEW items_in_context as
select
    documents.series,
    documents.label,
    documents.title,
    documents.year,
    sections.role,
    section_paths.path as section,
    items.kind,
    items.text,
    items.plain,
    items.line,
    items.span_start,
    items.span_end,
    items.sentence,
    items.paragraph,
    items.position,
    items.id as item_id,
    items.section_id,
    items.document_id
from items
join documents on documents.id = items.document_id
join sections on sections.id = items.section_id
join section_paths on section_paths.section_id = items.section_id;

CREATE VIEW item_pairs as
select
    links.comparison_id,
    'carried' as status,
    links.id as link_id,
    links.old_item_id,
    links.new_item_id,
    links.score,
    '' as caveat
from links
where links.type = 'carry'
union all
select
    comparison_id,
    status,
    null,
    case side when 'old' then item_id end,
    case side when 'new' then item_id end,
    null,
    caveat
from item_statuses
where status in ('dropped', 'added');

CREATE VIEW comparison_sides as
select id as comparison_id, 'old' as side, old_document_id as document_id
from comparisons
union all
select id, 'new', new_document_id
from comparisons;

CREATE VIEW coverage as
select
    comparison_sides.comparison_id,
    comparison_sides.side,
    documents.series,
    documents.label,
    (select count(*) from items where items.document_id = documents.id) as items,
    (
        select count(*) from items
        where items.document_id = documents.id and items.kind in ('commitment', 'target')
    ) as forward_looking,
    count(*) filter (where item_statuses.status = 'carried') as carried,
    count(*) filter (where item_statuses.status = 'dropped') as dropped,
    count(*) filter (where item_statuses.status = 'added') as added,
    count(*) filter (where item_statuses.caveat = 'outside_coverage') as outside_coverage,
    exists (
        select 1 from notices
        where notices.document_id = documents.id and notices.code = 'starts_mid_document'
    ) as starts_mid_document,
    exists (
        select 1 from notices
        where notices.document_id = documents.id and notices.code = 'ends_mid_document'
    ) as ends_mid_document,
    documents.id as document_id
from comparison_sides
join documents on documents.id = comparison_sides.document_id
left join item_statuses
    on item_statuses.comparison_id = comparison_sides.comparison_id
    and item_statuses.side = comparison_sides.side
group by comparison_sides.comparison_id, comparison_sides.side, documents.id;

CREATE VIEW target_outcomes as
select
    old_documents.series as old_series,
    old_documents.label as old_label,
    new_documents.series as new_series,
    new_documents.label as new_label,
    outcomes.verdict,
    outcomes.margin,
    target_figures.figure as target,
    result_figures.figure as result,
    old_items.text as old_text,
    new_items.text as new_text,
    old_items.line as old_line,
    new_items.line as new_line,
    outcomes.old_target_id,
    outcomes.new_result_id,
    outcomes.comparison_id
from outcomes
join comparisons on comparisons.id = outcomes.comparison_id
join documents as old_documents on old_documents.id = comparisons.old_document_id
join documents as new_documents on new_documents.id = comparisons.new_document_id
join target_figures on target_figures.target_id = outcomes.old_target_id
join result_figures on result_figures.result_id = outcomes.new_result_id
join items as old_items on old_items.id = target_figures.item_id
join items as new_items on new_items.id = result_figures.item_id;

CREATE TABLE trackings (
    id integer primary key,
    series text not null,
    version text not null,                    -- of the policydiff that tracked the series
    with_others integer not null,             -- 1 when other issuers' documents were asked for
    tracked_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    constraint trackings_series unique (series),
    constraint trackings_with_others check (with_others in (0, 1))
) strict;

CREATE TABLE tracked_documents (
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

CREATE TABLE commitments (
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
    cut_from text, set_phrase integer not null default 0 constraint commitments_set_phrase check (
    set_phrase in (0, 1)
),                            -- the commitment whose subject it left
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

CREATE INDEX commitments_tracking_id on commitments (tracking_id, status);

CREATE INDEX commitments_first_item_id on commitments (first_item_id);

CREATE INDEX commitments_last_item_id on commitments (last_item_id);

CREATE INDEX commitments_merged_into on commitments (merged_into);

CREATE INDEX commitments_split_from on commitments (split_from);

CREATE INDEX commitments_cut_from on commitments (cut_from);

CREATE TABLE commitment_items (
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

CREATE INDEX commitment_items_item_id on commitment_items (item_id);

CREATE UNIQUE INDEX commitment_items_home on commitment_items (item_id) where is_shared = 0;

CREATE TABLE commitment_steps (
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

CREATE INDEX commitment_steps_old_item_id on commitment_steps (old_item_id);

CREATE INDEX commitment_steps_new_item_id on commitment_steps (new_item_id);

CREATE TABLE step_changes (
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

CREATE TABLE commitment_years (
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

CREATE INDEX commitment_years_document_id on commitment_years (document_id, standing);

CREATE TABLE promise_reports (
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

CREATE INDEX promise_reports_item_id on promise_reports (item_id);

CREATE INDEX promise_reports_document_id on promise_reports (document_id);

CREATE INDEX promise_reports_result_item_id on promise_reports (result_item_id);

CREATE TRIGGER documents_delete_tracking before delete on documents
begin
    delete from trackings
    where id in (select tracking_id from tracked_documents where document_id = old.id);
end;

CREATE INDEX targets_indicator_key on targets (indicator_key);

CREATE TABLE not_comparable (
    id integer primary key,
    comparison_id integer not null,
    position integer not null,
    old_target_id integer not null,
    new_target_id integer not null,
    reason text not null,
    constraint not_comparable_position unique (comparison_id, position),
    constraint not_comparable_comparison foreign key (comparison_id)
        references comparisons (id) on delete cascade,
    constraint not_comparable_old foreign key (old_target_id) references targets (id) on delete cascade,
    constraint not_comparable_new foreign key (new_target_id) references targets (id) on delete cascade,
    constraint not_comparable_reason check (reason <> '')
) strict;

CREATE INDEX not_comparable_old_target_id on not_comparable (old_target_id);

CREATE INDEX not_comparable_new_target_id on not_comparable (new_target_id);

CREATE TABLE waivers (
    id integer primary key,
    document_id integer not null,
    position integer not null,
    item_id integer not null,
    indicator text not null,
    indicator_key text not null,
    constraint waivers_position unique (document_id, position),
    constraint waivers_document foreign key (document_id) references documents (id) on delete cascade,
    constraint waivers_item foreign key (item_id) references items (id) on delete cascade
) strict;

CREATE INDEX waivers_item_id on waivers (item_id);

CREATE INDEX waivers_indicator_key on waivers (indicator_key);

CREATE TABLE target_reports (
    target_id integer not null,
    result_id integer not null,
    verdict text not null,
    margin real not null,                     -- in the target's unit; 0 inside a range
    constraint target_reports_pair primary key (target_id, result_id),
    constraint target_reports_target foreign key (target_id) references targets (id) on delete cascade,
    constraint target_reports_result foreign key (result_id) references results (id) on delete cascade,
    constraint target_reports_verdict check (verdict in ('exceeded', 'met', 'missed'))
) strict, without rowid;

CREATE INDEX target_reports_result_id on target_reports (result_id);

CREATE VIEW figure_changes as
select
    old_documents.series as old_series,
    old_documents.label as old_label,
    new_documents.series as new_series,
    new_documents.label as new_label,
    pairs.direction,
    pairs.ambition,
    old_figures.figure as old_figure,
    new_figures.figure as new_figure,
    old_items.text as old_text,
    new_items.text as new_text,
    old_items.line as old_line,
    new_items.line as new_line,
    old_items.span_start as old_start,
    old_items.span_end as old_end,
    new_items.span_start as new_start,
    new_items.span_end as new_end,
    pairs.reason,
    pairs.old_target_id,
    pairs.new_target_id,
    pairs.comparison_id
from (
    select comparison_id, old_target_id, new_target_id, direction, ambition, null as reason
    from target_changes
    union all
    select comparison_id, old_target_id, new_target_id, 'not comparable', null, reason
    from not_comparable
) as pairs
join comparisons on comparisons.id = pairs.comparison_id
join documents as old_documents on old_documents.id = comparisons.old_document_id
join documents as new_documents on new_documents.id = comparisons.new_document_id
join target_figures as old_figures on old_figures.target_id = pairs.old_target_id
join target_figures as new_figures on new_figures.target_id = pairs.new_target_id
join items as old_items on old_items.id = old_figures.item_id
join items as new_items on new_items.id = new_figures.item_id;

CREATE VIEW target_results as
select
    reports.target_id,
    reports.verdict,
    reports.margin,
    results.id as result_id,
    results.comparator,
    results.value,
    results.value_hi,
    results.unit,
    new_documents.label,
    replace(
        substr(new_documents.text, results.span_start + 1, results.span_end - results.span_start),
        char(10), ''
    ) as quote,
    row_number() over (
        partition by reports.target_id
        order by new_documents.genre <> 'work_report', new_documents.label, results.position
    ) as place
from (
    select target_id, result_id, verdict, margin from target_reports
    union
    select old_target_id, new_result_id, verdict, margin from outcomes
) as reports
join targets on targets.id = reports.target_id
join documents as old_documents on old_documents.id = targets.document_id
join results on results.id = reports.result_id
join documents as new_documents on new_documents.id = results.document_id
where
    new_documents.series = old_documents.series
    and new_documents.year = old_documents.year + 1;

CREATE VIEW target_gaps as
select
    known.series,
    documents.year,
    min(documents.label) as label,
    known.indicator,
    known.indicator_key
from (
    select documents.series, targets.indicator_key, min(targets.indicator) as indicator
    from targets
    join documents on documents.id = targets.document_id
    where targets.indicator_key <> ''
    group by documents.series, targets.indicator_key
    having count(distinct documents.year) > 1
) as known
join documents on documents.series = known.series and documents.year is not null
where
    not exists (
        select 1
        from targets
        join documents as others on others.id = targets.document_id
        where
            targets.indicator_key = known.indicator_key
            and targets.deadline = ''
            and others.series = known.series
            and others.year = documents.year
    )
    and not exists (
        select 1
        from waivers
        join documents as others on others.id = waivers.document_id
        where
            waivers.indicator_key = known.indicator_key
            and others.series = known.series
            and others.year = documents.year
    )
group by known.series, known.indicator_key, documents.year;

CREATE VIEW target_series as
select
    documents.series,
    documents.label,
    documents.year,
    'set' as standing,
    targets.indicator,
    targets.comparator,
    targets.value,
    targets.value_hi,
    targets.unit,
    targets.deadline,
    replace(
        substr(documents.text, targets.span_start + 1, targets.span_end - targets.span_start),
        char(10), ''
    ) as quote,
    targets.span_start,
    targets.span_end,
    target_results.label as result_label,
    target_results.comparator as result_comparator,
    target_results.value as result_value,
    target_results.value_hi as result_value_hi,
    target_results.unit as result_unit,
    target_results.quote as result_quote,
    target_results.verdict,
    target_results.margin,
    targets.id as target_id,
    target_results.result_id,
    documents.id as document_id
from targets
join documents on documents.id = targets.document_id
left join target_results on target_results.target_id = targets.id and target_results.place = 1
union all
select
    documents.series, documents.label, documents.year, 'none set', waivers.indicator,
    null, null, null, null, '', items.text, items.span_start, items.span_end,
    null, null, null, null, null, null, null, null, null, null, documents.id
from waivers
join items on items.id = waivers.item_id
join documents on documents.id = waivers.document_id
where
    not exists (
        select 1 from targets
        where
            targets.document_id = documents.id
            and targets.indicator_key = waivers.indicator_key
            and targets.deadline = ''
    )
union all
select
    series, label, year, 'not found', indicator,
    null, null, null, null, '', '', null, null,
    null, null, null, null, null, null, null, null, null, null, null
from target_gaps;

CREATE VIEW commitment_timeline as
select
    documents.series,
    commitment_years.commitment_id,
    commitments.name,
    documents.year,
    documents.label,
    commitment_years.standing,
    (
        select group_concat(change, ',')
        from (
            select distinct step_changes.change
            from commitment_steps
            join step_changes on step_changes.step_id = commitment_steps.id
            where
                commitment_steps.new_item_id = items.id
                and commitment_steps.commitment_id = commitments.id
            order by step_changes.position
        )
    ) as changes,
    items.text,
    (
        select group_concat(figure, '; ')
        from (
            select figure from target_figures
            where target_figures.item_id = items.id
            order by target_figures.position
        )
    ) as figures,
    sections.ordinal || sections.heading as section,
    items.line,
    promise_reports.answer,
    results.text as result_text,
    commitment_years.absent_years,
    commitments.status,
    commitments.years,
    commitments.likeness,
    commitments.merged_into,
    commitments.split_from,
    items.id as item_id,
    documents.id as document_id
from commitment_years
join commitments on commitments.id = commitment_years.commitment_id
join documents as year_documents on year_documents.id = commitment_years.document_id
left join (
    select
        commitment_items.commitment_id,
        items.id,
        items.document_id,
        items.section_id,
        items.text,
        items.line,
        documents.series,
        documents.year
    from commitment_items
    join items on items.id = commitment_items.item_id
    join documents on documents.id = items.document_id
) as items
    on items.commitment_id = commitment_years.commitment_id
    and items.year = year_documents.year
join documents on documents.id = coalesce(items.document_id, year_documents.id)
left join sections on sections.id = items.section_id
left join promise_reports
    on promise_reports.commitment_id = commitment_years.commitment_id
    and promise_reports.item_id = items.id
left join items as results on results.id = promise_reports.result_item_id;

CREATE VIEW dropped_commitments as
select
    documents.series,
    documents.year,
    documents.label,
    commitments.id as commitment_id,
    commitments.name,
    items.text as last_text,
    sections.ordinal || sections.heading as last_section,
    first_documents.label as first_label,
    last_documents.label as last_label,
    commitments.years,
    promise_reports.answer,
    results.text as result_text,
    items.id as last_item_id,
    documents.id as document_id
from commitment_years
join commitments on commitments.id = commitment_years.commitment_id
join documents on documents.id = commitment_years.document_id
join items on items.id = commitments.last_item_id
join sections on sections.id = items.section_id
join documents as last_documents on last_documents.id = items.document_id
join items as first_items on first_items.id = commitments.first_item_id
join documents as first_documents on first_documents.id = first_items.document_id
left join promise_reports
    on promise_reports.commitment_id = commitments.id
    and promise_reports.item_id = items.id
left join items as results on results.id = promise_reports.result_item_id
where commitment_years.standing = 'dropped';

CREATE VIEW revived_commitments as
select
    documents.series,
    documents.year,
    documents.label,
    commitments.id as commitment_id,
    commitments.name,
    commitment_years.absent_years,
    old_documents.label as last_label,
    old_items.text as last_text,
    items.text,
    sections.ordinal || sections.heading as section,
    commitment_steps.score,
    commitments.status,
    items.id as item_id,
    documents.id as document_id
from commitment_years
join commitments on commitments.id = commitment_years.commitment_id
join documents on documents.id = commitment_years.document_id
join commitment_steps on commitment_steps.commitment_id = commitments.id
join items
    on items.id = commitment_steps.new_item_id
    and items.document_id = documents.id
join items as old_items on old_items.id = commitment_steps.old_item_id
join documents as old_documents
    on old_documents.id = old_items.document_id
    and old_documents.year < documents.year
join sections on sections.id = items.section_id
where commitment_years.standing = 'revived';

CREATE VIEW promise_results as
select
    documents.series,
    documents.year,
    documents.label,
    promise_reports.commitment_id,
    items.text,
    (
        select group_concat(figure, '; ')
        from (
            select figure from target_figures
            where target_figures.item_id = items.id
            order by target_figures.position
        )
    ) as figures,
    sections.ordinal || sections.heading as section,
    items.line,
    promise_reports.answer,
    result_documents.label as result_label,
    results.text as result_text,
    results.line as result_line,
    promise_reports.score,
    items.id as item_id,
    results.id as result_item_id,
    documents.id as document_id
from promise_reports
join items on items.id = promise_reports.item_id
join sections on sections.id = items.section_id
join documents on documents.id = items.document_id
left join documents as result_documents on result_documents.id = promise_reports.document_id
left join items as results on results.id = promise_reports.result_item_id;

CREATE VIEW coverage_by_year as
select
    documents.series,
    documents.year,
    documents.label,
    tracked_documents.left_out,
    (select count(*) from items where items.document_id = documents.id) as items,
    (
        select count(*) from items
        where items.document_id = documents.id and items.kind in ('commitment', 'target')
    ) as promises,
    count(*) filter (where commitment_years.standing = 'introduced') as introduced,
    count(*) filter (where commitment_years.standing = 'carried') as carried,
    count(*) filter (where commitment_years.standing = 'revived') as revived,
    count(*) filter (where commitment_years.standing = 'absent') as absent,
    count(*) filter (where commitment_years.standing = 'dropped') as dropped,
    count(*) filter (where commitment_years.standing = 'completed') as completed,
    count(*) filter (where commitment_years.standing = 'merged') as merged,
    count(*) filter (where commitment_years.standing = 'not_covered') as not_covered,
    (
        select count(*) from promise_reports
        where
            promise_reports.document_id = documents.id
            and promise_reports.result_item_id is not null
    ) as promises_reported,
    (
        select count(*) from promise_reports
        where
            promise_reports.document_id = documents.id
            and promise_reports.answer = 'not_mentioned'
    ) as promises_not_mentioned,
    tracked_documents.tracking_id,
    documents.id as document_id
from tracked_documents
join documents on documents.id = tracked_documents.document_id
left join commitment_years on commitment_years.document_id = documents.id
group by tracked_documents.tracking_id, documents.id;

CREATE VIRTUAL TABLE item_words using fts5 (
    text,
    plain,
    content = 'items',
    content_rowid = 'id',
    tokenize = 'trigram',
    detail = 'full'
);

CREATE TRIGGER items_insert_words after insert on items
begin
    insert into item_words (rowid, text, plain) values (new.id, new.text, new.plain);
end;

CREATE TRIGGER items_delete_words after delete on items
begin
    insert into item_words (item_words, rowid, text, plain)
    values ('delete', old.id, old.text, old.plain);
end;

CREATE TRIGGER items_update_words after update of text, plain on items
begin
    insert into item_words (item_words, rowid, text, plain)
    values ('delete', old.id, old.text, old.plain);
    insert into item_words (rowid, text, plain) values (new.id, new.text, new.plain);
end;

CREATE VIEW shared_commitments as
select
    documents.year,
    documents.series,
    other_documents.series as other_series,
    commitment_items.commitment_id,
    other_commitment_items.commitment_id as other_commitment_id,
    items.text,
    other_items.text as other_text,
    links.score,
    first_documents.year as first_year,
    other_first_documents.year as other_first_year,
    items.id as item_id,
    other_items.id as other_item_id
from links
join items as other_items on other_items.id = links.old_item_id
join items on items.id = links.new_item_id
join documents as other_documents on other_documents.id = other_items.document_id
join documents
    on documents.id = items.document_id
    and documents.year = other_documents.year
    and documents.series <> other_documents.series
join commitment_items on commitment_items.item_id = items.id and commitment_items.is_shared = 0
join commitments on commitments.id = commitment_items.commitment_id
join items as first_items on first_items.id = commitments.first_item_id
join documents as first_documents on first_documents.id = first_items.document_id
join commitment_items as other_commitment_items
    on other_commitment_items.item_id = other_items.id
    and other_commitment_items.is_shared = 0
join commitments as other_commitments on other_commitments.id = other_commitment_items.commitment_id
join items as other_first_items on other_first_items.id = other_commitments.first_item_id
join documents as other_first_documents
    on other_first_documents.id = other_first_items.document_id
where links.type = 'carry';

CREATE TABLE places (
    id integer primary key,
    document_id integer not null,
    position integer not null,
    kind text not null,
    name text not null,                       -- '7' for page 7, 'part2' for the anchor #part2
    span_start integer not null,
    span_end integer not null,
    box_left real,                            -- on a page, in points from its top left corner
    box_top real,
    box_right real,
    box_bottom real,
    constraint places_position unique (document_id, position),
    constraint places_document foreign key (document_id) references documents (id) on delete cascade,
    constraint places_span check (0 <= span_start and span_start <= span_end),
    constraint places_kind check (kind in ('page', 'paragraph', 'anchor', 'row'))
) strict;

CREATE INDEX places_span_start on places (document_id, span_start);

CREATE VIEW item_places as
select
    items.id as item_id,
    places.kind,
    places.name,
    places.box_left,
    places.box_top,
    places.box_right,
    places.box_bottom,
    places.id as place_id,
    items.document_id
from items
join places on places.id = (
    select nearest.id
    from places as nearest
    where nearest.document_id = items.document_id and nearest.span_start <= items.span_start
    order by nearest.span_start desc, nearest.position desc
    limit 1
);

CREATE TABLE downloads (
    id integer primary key,
    url text not null,
    fetched_at text not null,                 -- in UTC, the last time it was found so
    sha256 text not null,                     -- of the content; documents.sha256 is the same
    content blob not null,
    constraint downloads_url unique (url, sha256)
) strict;

CREATE INDEX downloads_sha256 on downloads (sha256);

CREATE TRIGGER documents_downloads after delete on documents
begin
    delete from downloads
    where sha256 = old.sha256
        and not exists (select 1 from documents where documents.sha256 = old.sha256);
end;

CREATE TABLE decisions (
    id text primary key,                      -- from the type, the documents and the words
    type text not null,
    ruling text not null,
    old_series text not null,
    old_label text not null,
    old_text text not null,
    old_occurrence integer not null,          -- from 1, where a document says the same several times
    new_series text not null,
    new_label text not null,
    new_text text not null,
    new_occurrence integer not null,
    note text not null,
    decided_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    constraint decisions_type check (type in ('carry', 'report')),
    constraint decisions_ruling check (ruling in ('accepted', 'rejected', 'noted')),
    constraint decisions_occurrence check (old_occurrence >= 1 and new_occurrence >= 1)
) strict, without rowid;

CREATE INDEX decisions_old on decisions (old_series, old_label);

CREATE INDEX decisions_new on decisions (new_series, new_label);

CREATE TABLE decided_pairs (
    decision_id text primary key,
    old_item_id integer not null,
    new_item_id integer not null,
    constraint decided_pairs_decision foreign key (decision_id)
        references decisions (id) on delete cascade,
    constraint decided_pairs_old_item foreign key (old_item_id) references items (id) on delete cascade,
    constraint decided_pairs_new_item foreign key (new_item_id) references items (id) on delete cascade
) strict, without rowid;

CREATE INDEX decided_pairs_old_item_id on decided_pairs (old_item_id);

CREATE INDEX decided_pairs_new_item_id on decided_pairs (new_item_id);

CREATE VIEW decision_items as
select
    decisions.old_series,
    decisions.old_label,
    decisions.new_series,
    decisions.new_label,
    decisions.type,
    decisions.ruling,
    case
        when decided_pairs.decision_id is not null then 'applies'
        when old_documents.id is null or new_documents.id is null then 'no document'
        else 'not found'
    end as state,
    decisions.old_text,
    decisions.new_text,
    decisions.note,
    decisions.decided_at,
    old_items.position as old_position,
    new_items.position as new_position,
    decided_pairs.old_item_id,
    decided_pairs.new_item_id,
    decisions.id as decision_id,
    old_documents.id as old_document_id,
    new_documents.id as new_document_id
from decisions
left join documents as old_documents
    on old_documents.series = decisions.old_series and old_documents.label = decisions.old_label
left join documents as new_documents
    on new_documents.series = decisions.new_series and new_documents.label = decisions.new_label
left join decided_pairs on decided_pairs.decision_id = decisions.id
left join items as old_items on old_items.id = decided_pairs.old_item_id
left join items as new_items on new_items.id = decided_pairs.new_item_id;

CREATE VIEW decided_links as
select
    links.id as link_id,
    decisions.type,
    decisions.ruling,
    decisions.note,
    decisions.id as decision_id,
    links.old_item_id,
    links.new_item_id,
    links.comparison_id
from decisions
join decided_pairs on decided_pairs.decision_id = decisions.id
join links
    on links.old_item_id = decided_pairs.old_item_id
    and links.new_item_id = decided_pairs.new_item_id
    and links.type = decisions.type;

CREATE VIEW decided_steps as
select
    commitment_steps.commitment_id,
    commitment_steps.position,
    decisions.ruling,
    decisions.note,
    decisions.id as decision_id,
    commitment_steps.old_item_id,
    commitment_steps.new_item_id,
    commitment_steps.id as step_id
from decisions
join decided_pairs on decided_pairs.decision_id = decisions.id
join commitment_steps
    on commitment_steps.old_item_id = decided_pairs.old_item_id
    and commitment_steps.new_item_id = decided_pairs.new_item_id
where decisions.type = 'carry';

CREATE VIEW ruled_pairs as
select
    decided_pairs.old_item_id,
    decided_pairs.new_item_id,
    decisions.ruling,
    decisions.note,
    decisions.id as decision_id,
    old_items.document_id as old_document_id,
    new_items.document_id as new_document_id
from decided_pairs
join decisions on decisions.id = decided_pairs.decision_id
join items as old_items on old_items.id = decided_pairs.old_item_id
join items as new_items on new_items.id = decided_pairs.new_item_id
where decisions.type = 'carry';

CREATE VIEW changes as
select
    old_documents.series as old_series,
    old_documents.label as old_label,
    new_documents.series as new_series,
    new_documents.label as new_label,
    item_pairs.status,
    (
        select group_concat(change, ',')
        from (
            select change from link_changes
            where link_changes.link_id = item_pairs.link_id
            order by link_changes.position
        )
    ) as changes,
    old_sections.ordinal || old_sections.heading as old_section,
    old_items.text as old_text,
    new_sections.ordinal || new_sections.heading as new_section,
    new_items.text as new_text,
    (
        select group_concat(figure, '; ')
        from (
            select figure from target_figures
            where target_figures.item_id = item_pairs.old_item_id
            order by target_figures.position
        )
    ) as old_figures,
    (
        select group_concat(figure, '; ')
        from (
            select figure from target_figures
            where target_figures.item_id = item_pairs.new_item_id
            order by target_figures.position
        )
    ) as new_figures,
    item_pairs.caveat,
    item_pairs.score,
    (
        select group_concat(distinct ruled_pairs.ruling)
        from ruled_pairs
        where
            ruled_pairs.old_document_id = comparisons.old_document_id
            and ruled_pairs.new_document_id = comparisons.new_document_id
            and ruled_pairs.old_item_id
                = coalesce(item_pairs.old_item_id, ruled_pairs.old_item_id)
            and ruled_pairs.new_item_id
                = coalesce(item_pairs.new_item_id, ruled_pairs.new_item_id)
    ) as decided,
    old_items.line as old_line,
    new_items.line as new_line,
    old_items.span_start as old_start,
    old_items.span_end as old_end,
    new_items.span_start as new_start,
    new_items.span_end as new_end,
    item_pairs.old_item_id,
    item_pairs.new_item_id,
    item_pairs.link_id,
    item_pairs.comparison_id
from item_pairs
join comparisons on comparisons.id = item_pairs.comparison_id
join documents as old_documents on old_documents.id = comparisons.old_document_id
join documents as new_documents on new_documents.id = comparisons.new_document_id
left join items as old_items on old_items.id = item_pairs.old_item_id
left join items as new_items on new_items.id = item_pairs.new_item_id
left join sections as old_sections on old_sections.id = old_items.section_id
left join sections as new_sections on new_sections.id = new_items.section_id;
