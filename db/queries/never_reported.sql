-- question: Which commitments were promised again and again, and never reported on?
-- parameter series (optional): only this series
-- column series: the series
-- column commitment_id: the commitment
-- column first_label: the document that introduced it
-- column last_label: the last document that promised it
-- column years: in how many years it is promised
-- column last_text: its newest words
-- column section: the heading they stand under
-- column status: what it is in the newest year
select
    documents.series,
    commitments.id as commitment_id,
    first_documents.label as first_label,
    documents.label as last_label,
    commitments.years,
    items.text as last_text,
    sections.ordinal || sections.heading as section,
    commitments.status
from commitments
join items on items.id = commitments.last_item_id
join sections on sections.id = items.section_id
join documents on documents.id = items.document_id
join items as first_items on first_items.id = commitments.first_item_id
join documents as first_documents on first_documents.id = first_items.document_id
where
    exists (
        select 1 from promise_reports
        where
            promise_reports.commitment_id = commitments.id
            and promise_reports.answer = 'not_mentioned'
    )
    and not exists (
        select 1 from promise_reports
        where
            promise_reports.commitment_id = commitments.id
            and promise_reports.result_item_id is not null
    )
    and commitments.set_phrase = 0
    and (:series is null or documents.series = :series)
order by documents.series, commitments.years desc, commitments.first_item_id;
