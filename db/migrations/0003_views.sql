-- What people ask of the tables, with labels and headings in place of ids.

-- Each section's headings from the top down: '二、今年的工作 › （一）稳增长'.
create view section_paths as
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

-- One line a target, as people write it: '地区生产总值增速 ~5.5%', '城镇新增就业 50–60万人'.
create view target_figures as
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

-- One line a result, written as targets are.
create view result_figures as
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

create view items_in_context as
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

-- The pairs of items a comparison speaks of: carried ones with both sides, the others with one.
create view item_pairs as
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

create view changes as
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

-- The figures of one indicator that stand in both documents of a comparison.
create view figure_changes as
select
    old_documents.series as old_series,
    old_documents.label as old_label,
    new_documents.series as new_series,
    new_documents.label as new_label,
    target_changes.direction,
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
    target_changes.old_target_id,
    target_changes.new_target_id,
    target_changes.comparison_id
from target_changes
join comparisons on comparisons.id = target_changes.comparison_id
join documents as old_documents on old_documents.id = comparisons.old_document_id
join documents as new_documents on new_documents.id = comparisons.new_document_id
join target_figures as old_figures on old_figures.target_id = target_changes.old_target_id
join target_figures as new_figures on new_figures.target_id = target_changes.new_target_id
join items as old_items on old_items.id = old_figures.item_id
join items as new_items on new_items.id = new_figures.item_id;

-- The two documents of each comparison.
create view comparison_sides as
select id as comparison_id, 'old' as side, old_document_id as document_id
from comparisons
union all
select id, 'new', new_document_id
from comparisons;

-- forward_looking = carried + dropped + added: every commitment and target has one status.
create view coverage as
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

-- Each target with what the next year's document of its series reports for that year, where the
-- two are compared.
create view target_series as
select
    documents.series,
    documents.label,
    documents.year,
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
    reports.label as result_label,
    reports.value as result_value,
    reports.unit as result_unit,
    reports.quote as result_quote,
    reports.verdict,
    reports.margin,
    targets.id as target_id,
    reports.result_id,
    documents.id as document_id
from targets
join documents on documents.id = targets.document_id
left join (
    select
        outcomes.old_target_id,
        outcomes.verdict,
        outcomes.margin,
        results.id as result_id,
        results.value,
        results.unit,
        new_documents.series,
        new_documents.label,
        new_documents.year,
        replace(
            substr(
                new_documents.text, results.span_start + 1, results.span_end - results.span_start
            ),
            char(10), ''
        ) as quote
    from outcomes
    join results on results.id = outcomes.new_result_id
    join documents as new_documents on new_documents.id = results.document_id
) as reports
    on reports.old_target_id = targets.id
    and reports.series = documents.series
    and reports.year = documents.year + 1;

-- What each comparison says of the old document's targets.
create view target_outcomes as
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
