-- Commitments of two series that documents of the same year link, where these are compared.
create view shared_commitments as
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
