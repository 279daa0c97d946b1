-- question: Which commitments stood longest?
-- parameter series (optional): only this series
-- column series: the series
-- column commitment_id: the commitment
-- column years: in how many years it is promised
-- column first_label: the document that introduced it
-- column last_label: the last document that promised it
-- column name: its words when it was introduced
-- column last_text: its newest words
-- column status: what it is in the newest year
select
    documents.series,
    commitments.id as commitment_id,
    commitments.years,
    first_documents.label as first_label,
    documents.label as last_label,
    commitments.name,
    items.text as last_text,
    commitments.status
from commitments
join items on items.id = commitments.last_item_id
join documents on documents.id = items.document_id
join items as first_items on first_items.id = commitments.first_item_id
join documents as first_documents on first_documents.id = first_items.document_id
where
    commitments.years > 1
    and commitments.set_phrase = 0
    and (:series is null or documents.series = :series)
order by documents.series, commitments.years desc, commitments.first_item_id;
