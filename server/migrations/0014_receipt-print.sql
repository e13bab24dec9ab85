-- The paper of a receipt is found by it, as the slip of what was issued is: also when a day has ended, and the line holds it no more.
create index print_receipt on print (office, (of ->> 'receiptId')) where of ->> 'receiptId' is not null;
