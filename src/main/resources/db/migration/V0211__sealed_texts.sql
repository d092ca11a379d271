-- Sealed texts (module secrecy) are longer than what they hold.
alter table opinion_sender alter column full_name set data type varchar(2400);
alter table opinion_sender alter column contact set data type varchar(2400);
alter table account_second_factor alter column secret set data type varchar(400);
