-- What a year says of an indicator, with nothing compared: a target with what the next document
-- reports, that none is set, or nothing. And of a compared figure: whether it asks more than before,
-- or why it cannot be compared.

alter table target_changes add column ambition text constraint target_changes_ambition check (
    ambition in ('more', 'less')
);

-- What names of one indicator share, so that 新建农村公路 and 建设农村公路 are one; '' where the name
-- fits many things.
alter table targets add column indicator_key text not null default '';

create index targets_indicator_key on targets (indicator_key);

create table not_comparable (
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

create index not_comparable_old_target_id on not_comparable (old_target_id);
create index not_comparable_new_target_id on not_comparable (new_target_id);

create table waivers (
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

create index waivers_item_id on waivers (item_id);
create index waivers_indicator_key on waivers (indicator_key);

-- Kept when a document is added, so that a series needs no comparison.
create table target_reports (
    target_id integer not null,
    result_id integer not null,
    verdict text not null,
    margin real not null,                     -- in the target's unit; 0 inside a range
    constraint target_reports_pair primary key (target_id, result_id),
    constraint target_reports_target foreign key (target_id) references targets (id) on delete cascade,
    constraint target_reports_result foreign key (result_id) references results (id) on delete cascade,
    constraint target_reports_verdict check (verdict in ('exceeded', 'met', 'missed'))
) strict, without rowid;

create index target_reports_result_id on target_reports (result_id);

drop view figure_changes;

-- The figures of one indicator that stand in both documents of a comparison.
create view figure_changes as
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

-- One line a target: the figure that the next year's document of the series reports for it. What
-- that document says of it as a whole goes before what a comparison of other kinds of document finds.
create view target_results as
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

-- The indicators that at least two years of a series name, and the years with a document that says
-- nothing of them.
create view target_gaps as
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

drop view target_series;

-- What each year says of an indicator: its targets, each with what the next year's document of its
-- series reports ('set'); the sentence that sets none ('none set'); or nothing ('not found'). A year
-- without a document has no row.
create view target_series as
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
