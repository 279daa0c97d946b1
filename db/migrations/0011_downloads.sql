-- What was fetched from the web, so that it can be read again without it.

create table downloads (
    id integer primary key,
    url text not null,
    fetched_at text not null,                 -- in UTC, the last time it was found so
    sha256 text not null,                     -- of the content; documents.sha256 is the same
    content blob not null,
    constraint downloads_url unique (url, sha256)
) strict;

create index downloads_sha256 on downloads (sha256);

-- A download goes with the last document that was read from it.
create trigger documents_downloads after delete on documents
begin
    delete from downloads
    where sha256 = old.sha256
        and not exists (select 1 from documents where documents.sha256 = old.sha256);
end;
