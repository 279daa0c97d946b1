-- question: Which commitments of the newest year have been promised since a year, or longer?
-- parameter year: the year
-- parameter series (optional): only this series
-- column series: the series
-- column commitment_id: the commitment
-- column first_label: the document that introduced it
-- column years: in how many years it is promised
-- column name: its words there
-- column last_text: its newest words
-- column section: the heading these stand under
select
    first_documents.series,
    commitments.id as commitment_id,
    first_documents.label as first_label,
    commitments.years,
    commitments.name,
    last_items.text as last_text,
    sections.ordinal || sections.heading as section
from commitments
join items as first_items on first_items.id = commitments.first_item_id
join documents as first_documents on first_documents.id = first_items.document_id
join items as last_items on last_items.id = commitments.last_item_id
join sections on sections.id = last_items.section_id
where
    commitments.status = 'promised'
    and commitments.set_phrase = 0
    and first_documents.year <= :year
    and (:series is null or first_documents.series = :series)
order by first_documents.series, commitments.years desc, first_documents.year, first_items.id;
