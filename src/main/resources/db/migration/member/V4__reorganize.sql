-- A change of organizations moves whoever an organization holds to its successors: rows may come to
-- lie elsewhere under the purpose of reorganizing.
alter policy scope on member.profile with check (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or (id = (select scope.subject()) and (select scope.purpose()) = 'edit')
    or (select scope.purpose()) = 'reorganize');

alter policy scope on member.term with check (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or (member = (select scope.subject()) and (select scope.purpose()) = 'edit')
    or (select scope.purpose()) = 'reorganize');
