-- question: Where do these words stand, and as a commitment, a target or a result?
-- parameter words: words the item holds, such as 养老服务
-- parameter series (optional): only documents of this series
-- parameter kind (optional): only commitment, target, result or context items
-- column series: what the document belongs to
-- column label: the document
-- column section: the headings above the item
-- column kind: commitment, target, result or context
-- column text: the item
-- column line: the line of the document it starts on
-- column commitment_id: the commitment it belongs to; empty until its series is tracked
with found as (
    -- The index knows words of three characters and more.
    select rowid as item_id
    from item_words
    where length(:words) > 2 and item_words match '"' || replace(:words, '"', '""') || '"'
    union
    select id
    from items
    where
        length(:words) < 3
        and (instr(lower(text), lower(:words)) or instr(lower(plain), lower(:words)))
)
select
    series,
    label,
    section,
    kind,
    text,
    line,
    commitment_items.commitment_id
from found
join items_in_context on items_in_context.item_id = found.item_id
left join commitment_items
    on commitment_items.item_id = found.item_id and commitment_items.is_shared = 0
where
    (:series is null or series = :series)
    and (:kind is null or kind = :kind)
order by series, year, label, items_in_context.position;
