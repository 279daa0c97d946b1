-- question: How much of each compared document is carried, dropped or added?
-- column old_name: the older document of the comparison, with its series
-- column new_name: the newer document of the comparison, with its series
-- column side: which of the two the counts are of, old or new
-- column items: how many items it has
-- column forward_looking: how many of these are commitments or targets
-- column carried: forward-looking items the other document has too
-- column dropped: forward-looking items of the old document that the new one has not
-- column added: forward-looking items of the new document that the old one has not
-- column outside_coverage: how many of these the other document may only be too short to show
-- column starts_mid_document: 1 when the document starts in the middle
-- column ends_mid_document: 1 when the document breaks off
select
    iif(old_documents.series = '', '', old_documents.series || '/') || old_documents.label as old_name,
    iif(new_documents.series = '', '', new_documents.series || '/') || new_documents.label as new_name,
    coverage.side,
    coverage.items,
    coverage.forward_looking,
    coverage.carried,
    coverage.dropped,
    coverage.added,
    coverage.outside_coverage,
    coverage.starts_mid_document,
    coverage.ends_mid_document
from coverage
join comparisons on comparisons.id = coverage.comparison_id
join documents as old_documents on old_documents.id = comparisons.old_document_id
join documents as new_documents on new_documents.id = comparisons.new_document_id
order by old_name, new_name, coverage.side = 'new';
