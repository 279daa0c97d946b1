-- The documents as they were read: their text, and what was found in it.
-- Every span is [span_start, span_end) in code points of documents.text.

-- 'PlcD': by this number the file is known as a policydiff database.
pragma application_id = 1349280580;

create table documents (
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

create index documents_sha256 on documents (sha256);

create table notices (
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

create table furniture (
    id integer primary key,
    document_id integer not null,
    position integer not null,
    span_start integer not null,
    span_end integer not null,
    constraint furniture_position unique (document_id, position),
    constraint furniture_document foreign key (document_id) references documents (id) on delete cascade,
    constraint furniture_span check (0 <= span_start and span_start <= span_end)
) strict;

create table sections (
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

create index sections_parent_id on sections (parent_id);

create table items (
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

create index items_section_id on items (section_id);

create table targets (
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
    deadline text not null,                   -- when it is due: '到2025年', or ''
    constraint targets_position unique (document_id, position),
    constraint targets_document foreign key (document_id) references documents (id) on delete cascade,
    constraint targets_item foreign key (item_id) references items (id) on delete cascade,
    constraint targets_span check (0 <= span_start and span_start <= span_end),
    constraint targets_comparator check (comparator in ('=', '>=', '<=', '~', 'range', '+'))
) strict;

create index targets_item_id on targets (item_id);

create table results (
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

create index results_item_id on results (item_id);
