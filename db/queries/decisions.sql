-- question: What did people decide of pairs of items, and does it still apply?
-- parameter series (optional): only decisions on documents of this series
-- column decision_id: the decision
-- column ruling: 'accepted', 'rejected', or 'noted' where there is but a note
-- column state: 'applies', 'not found' where words are gone, 'no document' where one is missing
-- column old_document: the older document
-- column new_document: the newer document
-- column type: 'carry', or 'report' where the newer document reports on a promise
-- column old_text: the old item
-- column new_text: the new item
-- column note: what the person wrote
select
    decision_id,
    ruling,
    state,
    case old_series when '' then '' else old_series || '/' end || old_label as old_document,
    case new_series when '' then '' else new_series || '/' end || new_label as new_document,
    type,
    old_text,
    new_text,
    note
from decision_items
where :series is null or :series in (old_series, new_series)
order by old_series, old_label, new_series, new_label, old_text, new_text, type;
