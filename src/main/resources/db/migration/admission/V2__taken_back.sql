-- What an import made may be taken back within seven days, as long as nothing else was done with it.
grant delete on admission.admission, admission.step to sunmao_app;
