-- A mail may carry one file, such as the weekly digest.
alter table mail_outbox add column attachment_name varchar(120);
alter table mail_outbox add column attachment bytea;
