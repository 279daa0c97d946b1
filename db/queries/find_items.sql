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
select
    series,
    label,
    section,
    kind,
    text,
    line
from items_in_context
where
    (instr(lower(text), lower(:words)) or instr(lower(plain), lower(:words)))
    and (:series is null or series = :series)
    and (:kind is null or kind = :kind)
order by series, year, label, position;
