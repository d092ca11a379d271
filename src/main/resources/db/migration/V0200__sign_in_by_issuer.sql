-- Which subject of an OpenID Connect provider an account belongs to: bound at the first sign-in there.
create table account_identity (
    username varchar(100) not null references account(username),
    issuer   varchar(300) not null,
    subject  varchar(300) not null,
    bound_at timestamp with time zone not null,
    primary key (username, issuer)
);
create unique index account_identity_subject on account_identity(issuer, subject);
