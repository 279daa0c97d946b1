-- question: Which documents are in the library?
-- column document_id: the number of its row in the table documents
-- column series: what it belongs to
-- column label: what it is called in its series
-- column title: its title
-- column issuer: who issued it
-- column year: the year it speaks for
-- column date: its date, or an empty text
-- column genre: work_report, plan_report, law or other
-- column language: zh or en
-- column source: the file it was read from
-- column sha256: the hash of that file
-- column sections: how many sections it has
-- column items: how many items it has
-- column forward_looking: how many of these are commitments or targets
-- column targets: how many figures it promises
-- column notices: how many notices its reading left
select
    id as document_id,
    series,
    label,
    title,
    issuer,
    year,
    date,
    genre,
    language,
    source,
    sha256,
    (select count(*) from sections where sections.document_id = documents.id) as sections,
    (select count(*) from items where items.document_id = documents.id) as items,
    (
        select count(*) from items
        where items.document_id = documents.id and items.kind in ('commitment', 'target')
    ) as forward_looking,
    (select count(*) from targets where targets.document_id = documents.id) as targets,
    (select count(*) from notices where notices.document_id = documents.id) as notices
from documents
order by series, year, label;
