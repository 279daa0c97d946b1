-- Where a document's text stands in the file it was read from: a PDF's pages,
-- the paragraphs of a DOCX, the anchors of a web page, the rows of a table.

create table places (
    id integer primary key,
    document_id integer not null,
    position integer not null,
    kind text not null,
    name text not null,                       -- '7' for page 7, 'part2' for the anchor #part2
    span_start integer not null,
    span_end integer not null,
    box_left real,                            -- on a page, in points from its top left corner
    box_top real,
    box_right real,
    box_bottom real,
    constraint places_position unique (document_id, position),
    constraint places_document foreign key (document_id) references documents (id) on delete cascade,
    constraint places_span check (0 <= span_start and span_start <= span_end),
    constraint places_kind check (kind in ('page', 'paragraph', 'anchor', 'row'))
) strict;

create index places_span_start on places (document_id, span_start);

-- The place each item starts in; items of a file that has only lines have none.
create view item_places as
select
    items.id as item_id,
    places.kind,
    places.name,
    places.box_left,
    places.box_top,
    places.box_right,
    places.box_bottom,
    places.id as place_id,
    items.document_id
from items
join places on places.id = (
    select nearest.id
    from places as nearest
    where nearest.document_id = items.document_id and nearest.span_start <= items.span_start
    order by nearest.span_start desc, nearest.position desc
    limit 1
);
