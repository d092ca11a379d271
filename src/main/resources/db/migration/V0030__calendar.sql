-- Days that differ from the ordinary week: off, off in compensation or exchange, worked though a weekend.
create table holiday (
    on_day date primary key,
    kind varchar(20) not null,
    name_vi varchar(200) not null,
    name_en varchar(200) not null,
    basis varchar(20) not null,
    note varchar(1000) not null,
    changed_by varchar(100) not null,
    changed_at timestamp with time zone not null,
    check (kind in ('OFF', 'SUBSTITUTE_OFF', 'MAKE_UP'))
);

-- Which years the calendar delivered with the product has been loaded for; removed days must not come back.
create table holiday_year (
    of_year integer primary key,
    loaded_at timestamp with time zone not null
);
