-- What people ask of commitments, with labels, wordings and headings in place of ids.

-- One row a commitment, year and item; a year in which it is not promised has one without item.
create view commitment_timeline as
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

-- Commitments that a year's documents no longer promise and no later one does.
create view dropped_commitments as
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

-- Commitments that come back after at least one year in which the documents did not promise them.
create view revived_commitments as
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

-- Every promise with what the next year's document reports on it.
create view promise_results as
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

-- What each year of a tracked series promises, takes up again and lets go.
create view coverage_by_year as
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
