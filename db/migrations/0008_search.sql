-- All items by the words in them: an index of every three characters.

create virtual table item_words using fts5 (
    text,
    plain,
    content = 'items',
    content_rowid = 'id',
    tokenize = 'trigram',
    detail = 'full'
);

insert into item_words (rowid, text, plain)
select id, text, plain from items;

create trigger items_insert_words after insert on items
begin
    insert into item_words (rowid, text, plain) values (new.id, new.text, new.plain);
end;

create trigger items_delete_words after delete on items
begin
    insert into item_words (item_words, rowid, text, plain)
    values ('delete', old.id, old.text, old.plain);
end;

create trigger items_update_words after update of text, plain on items
begin
    insert into item_words (item_words, rowid, text, plain)
    values ('delete', old.id, old.text, old.plain);
    insert into item_words (rowid, text, plain) values (new.id, new.text, new.plain);
end;
