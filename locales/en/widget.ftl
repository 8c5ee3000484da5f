### The words of the verification page and of the custom elements, beside those of `checks.ftl`.
### Dates come already written for the reader. A value that is absent is given as the word `none`.

## The page

page-title = Check a badge
page-lead = Someone sent you a badge? Give it to this page. It is checked here, in your own browser.
page-private = Nothing you drop here is sent anywhere.
page-private-how = How?
page-private-explained = The check runs on this device. The only thing that leaves it is the address of the issuer’s key, and of the issuer’s list of withdrawn badges if there is one. Each address contacted is listed under “What was checked”.
page-language = Language

## Giving a badge

drop-hint = Drop the file here: PNG, SVG, JSON or JWT.
choose-file = Choose a file
paste = Paste a link or code
paste-label = The link to a badge, or its text
paste-hint = You can also press Ctrl+V or ⌘V anywhere on this page.
paste-check = Check
paste-empty = Paste the link or the text of a badge first.
several-files = One file at a time, please. Only the first was checked.
nothing-given = There was no file and no text in what you gave. Choose a file, or paste a link.
checking = Checking…
stopped = Stopped. Nothing was decided about this badge.

## The result

given-by-domain = { $date ->
    [none] Given by { $issuer } ({ $domain }).
   *[other] Given on { $date } by { $issuer } ({ $domain }).
}
given-by-domain-only = { $date ->
    [none] Given by { $domain }.
   *[other] Given on { $date } by { $domain }.
}
given-by-host = { $date ->
    [none] Signed by { $domain } for { $issuer } (name given by the badge).
   *[other] Given on { $date }. Signed by { $domain } for { $issuer } (name given by the badge).
}
given-by-name = { $date ->
    [none] Given by { $issuer }. That name is only what the badge says.
   *[other] Given on { $date } by { $issuer }. That name is only what the badge says.
}
given-by-nobody = { $date ->
    [none] The badge does not name who gave it.
   *[other] Given on { $date }. The badge does not name who gave it.
}
signature-is-right = The signature is right.

badge-unnamed = Badge without a name
badge-called = Badge: { $name }
picture-of = Picture of the badge { $name }
claims-issuer = Issuer named in the badge
claims-recipient = Given to
claims-criteria = What this person did
claims-evidence = Evidence
claims-results = Results
claims-skills = Skills
says-only = This is what the file says. It is not confirmed.

question-genuine = Is it genuine?
question-good = Is it still good?
question-person = Is it this person’s?
person-named = The badge names { $name }. Whether that is the person in front of you is for you to compare.
person-ask = No address or name was compared with the badge.

record-holds = In this record
endorsement-of = { $what ->
    [badge] Endorsement of the badge
    [achievement] Endorsement of what was achieved
    [issuer] Endorsement of the issuer
   *[other] Endorsement
}
inside-claims = It says that it comes from { $issuer }. That is not confirmed.

what-was-checked = What was checked
addresses = Addresses contacted
addresses-none = No address was contacted.
address-read = read
address-answered = answered with error { $status }
address-offline = not read: this device is offline
address-timeout = not read: no answer in time
address-cors-or-network = not read: no answer, or it does not let web pages read it
address-too-large = not read: too large
address-refused = not contacted: the address was refused
checked-at = Checked on { $date }.
technical = Technical details
technical-id = Badge identifier
technical-issuer = Issuer identifier
technical-format = File
technical-proof = Kind of signature
technical-hash = SHA-256 of the file
another = Check another
try-again = Try again
check-yourself = Check it yourself

## Refusals

error-too-large = This file is too large to be a badge. The limit is { $limit } MB.
error-unreadable-file = This file could not be opened. Choose it again.
error-link = { $reason ->
    [offline] This device is offline, so the link could not be opened. Download the badge and choose the file.
    [timeout] { $host } did not answer in time. Download the badge from the link and choose the file.
    [cors-or-network] { $host } did not answer, or does not let web pages read the badge. Download it from the link and choose the file.
    [too-large] What { $host } sent is too large to be a badge. Check the link.
    [refused] This address cannot be opened from here. Use a link that begins with https://.
   *[other] { $status ->
        [none] The link could not be opened. Check it, or download the badge and choose the file.
       *[other] { $host } answered with error { $status }. Check the link, or ask the person for the file.
    }
}
error-verifier = The verifier could not start. Reload the page. If that does not help, use a current version of Firefox, Chrome, Edge or Safari.

## The element on somebody’s page

idle-click = Check this badge
idle-none = Not checked here
idle-waiting = Not checked yet
badge-says = What the badge says
ask-issuer = Ask { $host } whether it was withdrawn
ask-issuer-hint = { $host } can then see that somebody looks at one of its badges.
ask-relay = Ask again through { $host }
ask-relay-hint = { $host } is told which key or list to read, and nothing of the badge.
badge-unread = { $reason ->
    [offline] This device is offline, so the badge could not be read.
    [timeout] { $host } did not answer in time, so the badge could not be read.
    [cors-or-network] { $host } did not answer, or does not let web pages read the badge.
    [too-large] This file is too large to be a badge.
    [refused] The address of this badge was refused.
    [unreadable] This file could not be opened.
   *[other] { $status ->
        [none] The badge could not be read.
       *[other] { $host } answered with error { $status } in place of the badge.
    }
}
address-given = given by this page
address-relayed = read by this page’s relay

## Several badges on somebody’s page

list-label = Badges
list-total = { $count ->
    [one] One badge.
   *[other] { $count } badges.
}
list-genuine = { $count ->
    [one] One is genuine and still good.
   *[other] { $count } are genuine and still good.
}
list-caution = { $count ->
    [one] One is genuine, but read what it says first.
   *[other] { $count } are genuine, but read what they say first.
}
list-invalid = { $count ->
    [one] One is not valid.
   *[other] { $count } are not valid.
}
list-unchecked = { $count ->
    [one] For one, we could not finish checking.
   *[other] For { $count }, we could not finish checking.
}
list-none = { $count ->
    [one] One file holds no badge.
   *[other] { $count } files hold no badge.
}
list-waiting = { $count ->
    [one] One is not checked yet.
   *[other] { $count } are not checked yet.
}
list-check = Check these badges

## Giving several files, a link of somebody else, or a code

drop-hint-several = Drop the file here: PNG, SVG, JSON or JWT. Several files or a whole folder are fine too.
choose-folder = Choose a whole folder
scan = Scan a QR code
close = Close
scan-title = Hold the QR code before the camera
scan-hint = The picture stays on this device.
scan-picture = What the camera sees
offer-title = A link wants to open a badge
offer-explained = To check it, your browser has to ask { $host } for the badge. { $host } can then see that somebody at your internet address looks at it. Nothing was asked yet.
offer-open = Ask { $host } and check
offer-decline = Do not open it

error-camera = There is no camera that this page may use. Allow it in the browser’s settings, or paste the link instead.
error-too-many-files = These are more than { $limit } files. Give them in smaller parts.
error-copy = The browser did not allow copying. Copy the badge’s own link instead.

## A person

person-label = Their e-mail address or name
person-hint = You may skip this. What you type stays on this device.
person-compare = Compare
person-empty = Type the address or the name that they gave you.
person-matched-as-typed = It matches exactly as you typed it.
person-print = Name it in the printed and saved result

## The picture

picture-compare = Compare with the issuer’s picture
picture-show = Show the issuer’s picture
picture-at-issuer = This picture stands at { $host } now. The signature does not cover it: compare the two yourself.
picture-of-issuer = The picture that { $host } shows for this badge
picture-not-read = The picture at { $host } could not be read.
picture-compare-hint = This asks { $host } for the picture. { $host } can then see that somebody looks at this badge.

## A day without network

kept-key-fits = By the key that this page read on { $date }, the signature is right. Whether that key still counts was not checked.
kept-key-differs = By the key that this page read on { $date }, the content was changed after it was signed. Whether that key still counts was not checked.

## What an address was asked for

address-line = { $what }: { $outcome }
address-for-badge = The badge
address-for-key = The issuer’s key
address-for-status = The list of withdrawn badges
address-for-hosted = What the issuer publishes about the badge
address-for-refresh = A newer version of the badge
address-for-image = The picture
address-for-register = A register of issuers that this page uses

## Keeping a result

print = Print this result
save = Save as text
copy-link = Copy a link to this page
copied = The link was copied.
record-line = { $label }: { $value }
record-result = Result
record-time = Checked on
record-file = File
record-verifier = Checked by
record-compared = Compared with: { $name }
record-at-that-time = This was the answer at the time shown. Check the badge again for the answer of today.

## Several files

batch-checking = Checking { $total } files: { $done } done
batch-checked = { $total } files checked
batch-stopped = Stopped: { $done } of { $total } files checked
batch-file = File
batch-result = Result
batch-details = Details
batch-show = Show
batch-show-file = Show { $file }
batch-waiting = Not checked
batch-save = Save as a table (CSV)
batch-back = Back to the list
stop = Stop
batch-count-genuine = Genuine and still good: { $count }
batch-count-caution = Genuine, but read this first: { $count }
batch-count-invalid = Not valid: { $count }
batch-count-unchecked = We could not finish checking: { $count }
batch-count-none = No badge in the file: { $count }
csv-file = File
csv-result = Result
csv-why = Why
csv-badge = Badge
csv-issuer = Issuer named in the badge
csv-domain = Domain that the key proves
csv-given = Given on
csv-id = Badge identifier
csv-hash = SHA-256 of the file
csv-time = Checked at (universal time)
csv-state = State
