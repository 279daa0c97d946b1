-- Which figure did each year set for economic growth? Needs no comparison.
--
--     sqlite3 -header policydiff.db < examples/target_over_the_years.sql
select
    documents.series,
    documents.label,
    target_figures.figure,
    items.text
from targets
join target_figures on target_figures.target_id = targets.id
join items on items.id = targets.item_id
join documents on documents.id = targets.document_id
where targets.indicator = '地区生产总值增速'
order by documents.series, documents.year;
