# The server's pages. Each message of this file is a function in Rust; arguments are in alphabetical order.

## Every page

skip-to-content = Skip to the content
language-switch = Language
failure-title = This did not work
failure-unnamed = Something did not work. Please try again from the start.
failure-code = For those who help:
day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

## The first page, the issuer, a badge

landing-title = Badges of { $name }
landing-lead = Badges given here can be checked by anybody, in their own browser, without an account.
landing-verify = Check a badge
landing-verify-help = Drop the file that somebody sent you. It does not leave your computer.
landing-issuer = Who gives these badges
landing-issuer-help = The organisation, and the keys that it signs with.
landing-admin = Administration
landing-admin-help = Opens with the one-time link that the server prints when it starts.
issuer-kicker = An organisation that gives badges
issuer-site = Web site
issuer-identifier = Identifier on badges
issuer-keys = Signing keys
issuer-help = The name is what the organisation calls itself. What a signature proves is the address of this site.
badge-kicker = A badge
badge-given-by = Given by
badge-criteria = What someone who has it can do
badge-page-help = This page describes the badge. It does not show that somebody has it: for that, check the file they were given.
badge-older = This is how the badge was before. Badges given then still say it; newer ones say something else.
badge-newest = The badge as it is now

## A person's badge, shared

shared-kicker = A badge, shared by its holder
shared-picture-alt = Picture of the badge “{ $name }”, with the badge inside
shared-check-help = Do not take this page’s word for it: download the badge and check it where you like.
shared-download = Download the badge
not-shared-title = Nothing is shared here
not-shared-sentence = This badge is no longer shared, or it never existed. The badge itself may be perfectly good: ask its holder for the file.

## The verification page, when it is missing

verify-missing-title = The verification page is not built
verify-missing-sentence = This server was built without its verification page. Build everything and start again with:

## The learner's page

claim-earned-kicker = You did it
claim-recognises = { $issuer } recognises that you can:
claim-recognises-others = { $issuer } recognises that those who have it can:
claim-name-legend = Name on the badge
claim-name-none = No name
claim-name-absent = Your course did not give us your name, so the badge will carry none.
claim-proof-legend = To prove that it is yours
claim-proof-email = The course’s e-mail, { $email }
claim-proof-none = Nothing
claim-proof-help = It goes in the badge as a fingerprint, not in clear. Someone who knows your address can check that the badge is yours.
claim-proof-absent = Your course did not give us your e-mail, so nothing will tie the badge to it.
claim-names-nobody = This badge will name nobody: whoever holds the file can show it.
claim-button = Get my badge
claim-preview = You teach here, so this is a preview. Learners who open this activity can get this badge; you earn nothing by looking.
claim-anonymous = Your course did not tell us who you are, so the badge cannot be given. Ask your teacher to let this tool know its learners.
claim-not-a-learner = This badge is for the learners of this course, and your course says that you are not one of them.
claimed-kicker = This badge is yours
claimed-given = Given by { $issuer } on { $on }.
claimed-download = Download my badge (PNG)
claimed-other-formats = Other formats:
claimed-no-screenshot = A screenshot is not a badge: the proof is inside the file. Keep the file and send that.
claimed-check = Check it as an employer would
sharing-title = Who can see it
sharing-private = Only people to whom you give the file.
sharing-public = Everybody who has this address:
sharing-start = Make a public page too
sharing-stop = Stop sharing the page
no-badge-title = No badge here yet
no-badge-learner = Your teacher has not chosen a badge for this activity yet. Nothing you did is lost: come back later.
no-badge-staff = No badge is placed on this activity. Give these two values to the administrator of Blason, who places one.

## A teacher chooses a badge, inside the LMS

choose-title = Which badge?
choose-lead = The one you choose goes on a new activity of your course. You say there what a learner must have done.
choose-none = There is no badge here yet.
choose-ask = Ask the administrator of Blason to design one, or to let teachers make their own.
choose-use = Use this badge
choose-back = Back to the badges
choose-as-seen = As someone who checks it will read it
choose-answer-title = Going back to your course
choose-answer-lead = The badge “{ $name }” is chosen.
choose-answer-button = Continue
choose-reminder = Choose below, in “Restrict access”, what a learner must have done to open this activity. Then open it yourself: you see who would get the badge, and turn it on there.

## The teacher's page: look before, turn on, follow up

manage-kicker = For those who teach this course
manage-preview = See it as a learner does
manage-nothing-sent = Nothing has been sent yet. This badge is off: look first who would get it, then turn it on.
manage-is-off = This badge is off: nobody gets it now. The badges that were given stay.
manage-is-on = { $mode ->
    [automatic] This badge is on since { $since }. It is issued by itself.
   *[other] This badge is on since { $since }. Learners claim it when they open this activity.
}
manage-copy-title = This is a copy. Turn on?
manage-copy = This activity was copied or restored from another course, so its badge is off here. Look who would get it, then turn it on or leave it off. Badges that were given in the other course stay.
manage-today = Who meets the condition today
manage-condition = What a learner must have done:
manage-count = { $met ->
    [0] None of the { $total } learners meets the condition today.
    [one] 1 of { $total } learners meets the condition today.
   *[other] { $met } of { $total } learners meet the condition today.
}
manage-nobody = Either the activity is hidden, or nobody qualifies yet.
manage-everyone = Everyone in the course ({ $total }) would get it. Add a condition, or choose that learners claim it.
manage-show-people = Show who they are
manage-names-not-kept = The list comes from your course as you look. Blason does not keep the names.
manage-held = You decide
manage-held-lead = These people meet the condition, and your course shows them as more than learners. They get nothing until you say so.
manage-held-yes = Give it
manage-held-no = Do not give it
manage-decided = { $answer ->
    [yes] Decided on { $on }: give it.
   *[other] Decided on { $on }: do not give it.
}
manage-no-longer = { $count ->
    [one] One person no longer meets the condition
   *[other] { $count } people no longer meet the condition
}
manage-no-longer-lead = Their badges stay: nothing is ever taken back by itself.
manage-asked = What it asks, and what happens then
manage-legend-rules = What must a learner have done?
manage-rule-opening = Open this activity
manage-rule-opening-help = In your course, restrict access to the activity (“Restrict access” in Moodle) to those who did what you ask. Nobody can be counted before they open it.
manage-rule-gated-roster = Be allowed to open this activity
manage-rule-gated-roster-help = Restrict access to it in the same way. Blason asks your course who may open it, so learners can be counted and need not come here. Moodle answers; some platforms do not.
manage-rule-grade = Have at least { $minimum }% in this activity’s own column of the grade book
manage-rule-grade-choice = Have a grade in this activity’s own column of the grade book
manage-rule-grade-help = You type it in, or the grade book works it out from other grades.
manage-rule-percent = Least grade, in percent
manage-rule-course-completion = Complete the course, as your platform sees it
manage-rule-event = Complete the course, as your platform announces it
manage-rule-choice = Be chosen by a teacher
manage-rule-claim-code = Give the code that a teacher handed out
manage-combine = If you choose several
manage-combine-all = All of these
manage-combine-any = One of these is enough
manage-self-tick = Can learners tick it themselves (“mark as done”)? Then they could give themselves the badge. Blason cannot see that from here: look at how your course marks it as done.
manage-legend-mode = What happens then?
manage-mode-claim = Learners claim it when they open this activity
manage-mode-claim-help = They choose whether their name goes in. Nothing is sent to anybody.
manage-mode-automatic = Issue it by itself
manage-mode-automatic-help = Whoever meets the condition gets the badge, without their name in it, and finds it when they open this activity. What was issued is not called back.
manage-send-score = Write it in the grade book too
manage-send-score-help = This adds a grade to the activity. Leave it off unless another activity waits for it.
manage-change-turns-off = A change of what it asks, or of what happens then, turns the badge off until you have looked again.
manage-continue = Go on to turning it on
manage-save = Save and count again
manage-turn-off = Turn it off
manage-try = Try it on me
manage-try-lead = The badge as a learner gets it, with TEST on it. It is signed by a test key: every page that checks badges refuses it.
manage-try-button = Download a test badge
manage-confirm = Turn it on?
manage-confirm-claim = Nothing is sent. From now on, learners who meet the condition claim the badge when they open this activity.
manage-confirm-claim-button = Turn it on
manage-confirm-automatic = { $met ->
    [0] The badge is issued to people as they qualify. They find it when they open this activity. What was issued stays, even if you turn the badge off later.
    [one] One person gets the badge now, and others as they qualify. They find it when they open this activity. What was issued stays, even if you turn the badge off later.
   *[other] { $met } people get the badge now, and others as they qualify. They find it when they open this activity. What was issued stays, even if you turn the badge off later.
}
manage-confirm-automatic-button = { $met ->
    [0] Issue to people as they qualify
    [one] Issue to this 1 person now, and to others as they qualify
   *[other] Issue to these { $met } now, and to others as they qualify
}
manage-worth = This course gives { $count } other badges already. Is each worth something on its own?
manage-worth-yes = Yes, this one too.
manage-back = Back
manage-follow-up = What became of it
manage-qualified = met the condition
manage-issued = were given the badge
manage-claimed = claimed it
manage-undelivered = not delivered
manage-to-decide = for you to decide
manage-column-person = Person
manage-column-qualified = Met the condition
manage-column-issued = Given
manage-column-claimed = Claimed
manage-column-remark = Remark
manage-not-delivered = Not delivered yet: { $reason }
manage-outdated = Has an older version.
manage-csv = Download this list for a spreadsheet (CSV)
manage-renew = { $count ->
    [one] The badge has changed since. One person has an older version.
   *[other] The badge has changed since. { $count } people have an older version.
}
manage-renew-button = Issue the new version to them, as the same badge

## Administration: all pages

admin-title = Administration
admin-leave = Leave
form-save = Save
form-problems = Please look at this again
enter-title = Open the administration
enter-lead = This link works once. You stay signed in on this browser for twelve hours.
enter-button = Enter

## Administration: overview and organisation

overview-title = Overview
overview-claimed = { $count ->
    [0] No badge has been given yet.
    [one] One badge has been given.
   *[other] { $count } badges have been given.
}
overview-organisation = Say who gives the badges
overview-organisation-help = Name and web site of your organisation.
overview-registrations = Connect your LMS
overview-registrations-count = { $count ->
    [0] None is connected yet.
    [one] One is connected.
   *[other] { $count } are connected.
}
overview-badges = Design a badge
overview-badges-count = { $count ->
    [0] There is none yet.
    [one] There is one.
   *[other] There are { $count }.
}
overview-placements = Place it on an activity
overview-placements-count = { $count ->
    [0] No activity gives a badge yet.
    [one] One activity gives a badge.
   *[other] { $count } activities give a badge.
}
organisation-title = Organisation
organisation-name = Name
organisation-name-help = Badges show it as the one who gives them. Badges given before a change keep the old name.
organisation-url = Web site
organisation-identifier-help = The identifier comes from the address of this server and is in every badge. It cannot be changed.

## Administration: registrations

registrations-title = Platforms
registrations-lead = A platform is a Moodle, Open edX, Canvas or other LMS that may open this tool.
registration-new = Connect a platform
registration-ours = 1. Give these addresses to the platform
registration-ours-help = In the platform, add an external tool of version LTI 1.3 and paste:
registration-login-url = Login address (initiate login URL)
registration-launch-url = Launch address (redirect URI, also the tool URL)
registration-keyset-url = Public keys (keyset URL)
registration-theirs = 2. Copy these from the platform
registration-name = What you call it
registration-name-help = Only administrators see it.
registration-issuer = Issuer
registration-issuer-help = Also called platform ID. In Moodle it is the site’s address. Copy it exactly, with or without a final slash.
registration-client-id = Client ID
registration-client-id-help = What the platform calls this tool.
registration-auth-url = Authentication address
registration-auth-url-help = Also called authentication request URL or OIDC authorization endpoint. In Moodle it ends with /mod/lti/auth.php.
registration-token-url = Token address
registration-token-url-help = Also called access token URL. In Moodle it ends with /mod/lti/token.php.
registration-token-audience = Audience of tokens (if the platform names one)
registration-token-audience-help = Leave it empty for Moodle, Open edX and Canvas. Brightspace gives one beside its token address: copy it exactly.
registration-jwks-url = Public keys of the platform
registration-jwks-url-help = Also called public keyset URL. In Moodle it ends with /mod/lti/certs.php.
registration-deployments = Deployment ID
registration-deployments-help = One on each line. A launch from any other deployment waits on this page until you approve it.
registration-waiting = 3. Deployments that wait for you
registration-waiting-help = Somebody opened this tool from here. Approve what you know; nothing is given before you do.
registration-waiting-platform = What the platform calls itself
registration-waiting-course = Course
registration-waiting-approve = Approve { $deployment }

teachers-may = What teachers of this platform may do
teachers-may-nothing = Nothing: administrators place the badges.
teachers-may-choose = Choose among the badges there are, from within the platform.
teachers-may-make = Choose, and make new badges too. They go out in your organisation’s name.
teachers-may-help = It counts for people who teach or build a course, in that course.

## Administration: badges

badges-title = Badges
badges-none = There is no badge yet.
badge-new = New badge
badge-public-page = Public page of this badge
badge-edit-note = Once this badge has been given to somebody, a change makes a new version. Badges that were given keep what they say.
badge-name = Name
badge-criteria-question = What does someone who has it know how to do?
badge-criteria-help = Three to five lines. Markdown works: lists, emphasis, links.
badge-description = Description
badge-description-help = One or two sentences for someone who does not know the course.
badge-language = Language of these texts
badge-preview = The picture as it will be
badge-shape = Shape
badge-colour = Colour
badge-draw = Draw it again
badge-upload = Or your own picture
badge-upload-help = PNG or SVG, up to 1 MB and 2048 pixels. It replaces the drawing.
shape-uploaded = The uploaded picture
shape-circle = Disc
shape-shield = Shield
shape-hexagon = Hexagon
shape-rosette = Rosette
shape-square = Square
colour-blue = Blue
colour-teal = Blue-green
colour-green = Green
colour-violet = Violet
colour-red = Raspberry
colour-orange = Burnt orange
colour-slate = Slate

## Administration: placements

placements-title = Activities
placements-lead = An activity of a course gives one badge to the learners who did what it asks.
placement-new = Place a badge
placement-badge = Badge
placement-platform = Platform
placement-deployment = Deployment ID
placement-link = Activity (resource link ID)
placement-link-help = Open the activity as a teacher: the page that appears shows it.
placement-rule = What it asks, and what happens then
placement-off = It is off: nobody gets it now.
placement-needs = This needs a platform and a badge first.
placement-create = Place the badge
placement-remove = Take off

## Errors, by code

error-managing-not-yours = Only those who build this course may look after its badges, where the administrator of Blason allows it.
error-changed-meanwhile = What this badge asks was changed while you looked. Here is how it is now: look again, then turn it on.
error-worth-not-confirmed = Please answer whether each badge of this course is worth something on its own.
error-everyone-qualifies = Everyone in the course would get this badge, so it is not issued by itself. Add a condition, or choose that learners claim it.
error-decided-about-oneself = You cannot decide about yourself. Ask another teacher of the course.
error-internal = Something broke on our side. It was written to our log; please try again in a moment.
error-not-found = There is nothing at this address.
error-admin-link-used = This link has been used or is too old. Ask for a new one with “blason keys admin-link”.
error-admin-session-needed = This page opens with the one-time link that the server prints when it starts. “blason keys admin-link” prints a new one.
error-launch-session-ended = This page is no longer open in this browser. Go back to your course and open the activity again.
error-nothing-earned = There is no badge for you on this activity.
error-making-not-allowed = You may choose among the badges there are. The administrator of Blason can let teachers of your platform make new ones.
error-rule-unknown = The rule of this activity is not known to this version. Please tell the administrator.
error-form-expired = This form is from another session. Go back, reload the page and send it again.
error-form-malformed = The form could not be read. Go back and send it again.
error-form-too-large = This is more than the server accepts. Choose a smaller file.
error-field-empty = Please fill this in.
error-field-too-long = This is too long.
error-field-unknown-choice = Please choose one from the list.
error-field-not-an-address = This must be an address such as https://www.example.org.
error-field-not-https = This must be an address that starts with https://.
error-registration-exists = Another registration has this issuer and client ID.
error-picture-unknown-kind = This is neither a PNG nor an SVG picture.
error-picture-too-large = This picture has more than 1 MB.
error-picture-too-many-pixels = This picture has more than 2048 pixels on a side.
error-picture-damaged = This picture is damaged and cannot be drawn.
error-picture-unsafe-svg = This SVG holds something that could act or load something. Save it as a plain SVG of shapes and text.

## Completion: why a learner has no badge yet

why-rule-not-set-up = This badge cannot be given yet: what it asks is not fully set up. Nothing you did is lost. Tell your teacher that this page says so.
why-not-turned-on = Your teacher has not turned this badge on yet. Nothing you did is lost: come back later.
why-not-opened = Open this activity from your course to get the badge.
why-asks-something-else = Your teacher has just changed what this badge asks. Nothing you did is lost: open this page again.
why-gate-closed = Your course says that something is still missing for this badge. See in your course what this activity asks, finish it, and open this page again. If you have just finished, come back in a few minutes.
why-grade-none = This badge asks for a grade of at least { $minimum }%, and you have none yet. See in your course what is graded, and open this page again afterwards.
why-grade-too-low = This badge asks for a grade of at least { $minimum }%, and yours is { $percent }%. Ask your teacher how you can improve it, and open this page again afterwards.
why-other-roles = Your course knows you both as a learner and as someone who teaches or helps in it, so a teacher decides whether this badge is for you. Ask them. Nothing you did is lost.
why-own-score = The grade here was written when you got another badge, so a teacher decides whether this one is for you. Ask them. Nothing you did is lost.
why-platform-silent = Your course does not answer at the moment, so we cannot see what you did. Nothing is lost: open this page again in a few minutes.
why-platform-refused = Your course does not let us see what you did. Nothing is lost. Tell your teacher that this page says so, with this word: { $code }.
why-roster-not-offered = Your course does not tell us who has finished what. Nothing you did is lost. Tell your teacher that this page says so.
why-activity-unknown = We do not know enough about this activity yet. Open it again from your course.
why-no-column = This badge asks for a grade, and this activity has no column in the grade book. Nothing you did is lost. Tell your teacher that this page says so.
why-grade-by-own-score = This badge reads a grade that it would write itself. Nothing you did is lost. Tell your teacher that this page says so.
why-course-too-large = Your course is too large for us to look up what you did. Nothing is lost. Tell your teacher that this page says so.

## Completion: what a teacher is told about a course or a person

look-rule-not-set-up = What this badge asks is not fully set up yet. Choose another rule, or ask the administrator of Blason.
look-rule-unknown = The rule of this activity is not known to this version. Ask the administrator of Blason.
look-no-learners = Nobody takes part in this course as a learner yet, so nobody can be counted.
look-opening-cannot-be-counted = Opening the activity earns this badge, so nobody can be counted before they open it. Restrict access to the activity in your course, so that only those who did what you ask can open it.
look-gate-open-to-all = Everybody in the course can open this activity, so nothing tells who did what you ask. No badge is issued by itself until you restrict access to the activity; learners can still claim theirs by opening it.
look-gate-closed-to-all = Nobody can open this activity today: it is hidden, or nobody has done yet what it asks.
look-course-too-large = This course has too many people to ask about each of them. Learners get the badge when they open the activity.
look-platform-silent = Your LMS does not answer at the moment. Nothing is lost: look again in a few minutes.
look-platform-refused = Your LMS does not let Blason look into the course. Ask its administrator, with this word: { $code }.
look-roster-not-offered = Your LMS does not give Blason the list of the people in the course. Ask its administrator to share it with this tool (in Moodle: “Names and Role Provisioning”).
look-activity-unknown = Open this activity once from your course, then look again.
look-no-column = This activity has no column in the grade book. Accept grades from this tool in the settings of the activity, open it once, then look again.
look-grade-by-own-score = The badge reads a grade that it would write itself. Stop sending scores back, or choose another rule.
look-other-roles = Also teaches, helps or observes in this course, so you decide.
look-own-score = Blason wrote a grade for this person here when they got another badge, so the grade proves nothing and you decide.
look-left-course = Takes part in the course no longer.
look-not-opened = Has not opened the activity.
look-gate-closed = Cannot open the activity now.
look-grade-none = Has no grade now; { $minimum }% is asked for.
look-grade-too-low = Has { $percent }% now; { $minimum }% is asked for.

## Completion: errors

error-condition-empty = Choose at least one rule.
error-grade-out-of-range = Write a grade from 1 to 100 percent.
error-grade-by-own-score = The grade cannot decide while scores are sent back: the badge would prove itself. Choose another rule, or send no score.
error-automatic-needs-more = Nobody can be found before they open the activity, so this badge cannot be issued by itself. Choose another rule, or let learners claim it.

## Organisations, people and the audit trail

organisations-title = Organisations
organisations-lead = Each organisation signs its own badges with its own keys.
organisation-new = Add an organisation
organisation-slug = Short name for its addresses
organisation-slug-help = Small letters, digits and hyphens. Badges carry it for ever: choose it well.
organisation-platforms = Its platforms
organisation-platforms-none = No platform belongs to this organisation yet.
organisation-platform-give = Give a platform to this organisation
organisation-platform-give-button = Give it
organisation-people = Who administers it
organisation-people-help = Make a link for a person who is to look after this organisation: its name, its badges, and what teachers may do. The link works once.
organisation-link-holder = Who is it for?
organisation-link-make = Make a link
organisation-link-title = A link that works once
organisation-link-lead = Send this link to { $holder }. It opens the administration of { $organisation }, works once, and is shown only now.
model-title = Shared model
model-help = Teachers who may make badges can start from a shared model. They get a copy of their own, and this badge stays as it is.
model-share = Share as a model
model-withdraw = Stop sharing
choose-course = From this course
choose-organisation = From your organisation
choose-models = Shared models
choose-models-help = Start from one of these and make it your own.
choose-model-use = Start from this model
choose-change = Change it
audit-title = Who did what
audit-lead = The newest first. Nothing can be changed or taken out here.
audit-none = Nothing was done yet.
audit-when = When
audit-who = Who
audit-what = What
audit-pages = Pages
audit-newer = Newer
audit-older = Older
audit-administrator = Administrator
audit-server = This server
audit-person = Person { $subject } of { $platform }
did-session-opened = Opened the administration
did-link-made = Made a link for { $target }
did-organisation-made = Added the organisation { $target }
did-organisation-changed = Changed the organisation { $target }
did-platform-given = Gave the platform { $target } to the organisation
did-teachers-settled = Settled what teachers of { $target } may do
did-platform-changed = Connected or changed the platform { $target }
did-platform-invited = Invited the platform { $target } to register
did-invite-withdrawn = Withdrew the invitation { $target }
did-platform-registered = Registered the platform { $target }, at an invitation
did-deployment-approved = Approved the deployment { $target }
did-badge-made = Made the badge “{ $target }”
did-badge-changed = Changed the badge “{ $target }”
did-model-shared = Shared the badge “{ $target }” as a model
did-model-withdrawn = Stopped sharing the badge “{ $target }”
did-badge-chosen = Chose the badge “{ $target }” for a course
did-badge-placed = Put the badge “{ $target }” on an activity
did-badge-taken-off = Took the badge “{ $target }” off an activity
did-tool-key-replaced = Replaced the key for platforms; the new one is { $target }
did-organisation-key-replaced = Replaced the signing key of the organisation; the new one is { $target }
did-deliveries-replayed = Sent deliveries again: { $target }
did-activity-set = Changed what an activity asks for the badge “{ $target }”
did-badge-turned-on = Turned on the badge “{ $target }” of an activity
did-badge-turned-off = Turned off the badge “{ $target }” of an activity
did-person-decided = Decided whether somebody gets the badge “{ $target }”
did-badges-renewed = Issued the newest version of the badge “{ $target }” to those who had an older one
error-admin-whole-server-needed = This page is for whoever administers the whole server. Your link opens one organisation.
error-organisation-exists = Another organisation has this short name already. Choose another one.
error-slug-unfit = Use 2 to 40 small letters, digits and hyphens, with no hyphen at either end. “test” is taken.
error-link-holder-needed = Write who the link is for, in a few words.
## Deliveries: what is sent to platforms, and what did not arrive

outbox-title = Deliveries
outbox-lead = Scores that badges send back to the course’s grade book, and letters to those who got one. What does not arrive is tried again by itself for up to ten days, and then waits here for you.
outbox-delivered = Delivered
outbox-waiting = Waiting to be sent
outbox-dead = Given up
outbox-none = Nothing was given up.
outbox-help = The badges themselves are safe: only what follows from them did not arrive. Put right what each one says, then send it again. A score is counted once, however often it is sent.
outbox-replay-all = { $count ->
    [one] Send it again
   *[other] Send all { $count } again
}
outbox-replay = Send again
outbox-score = Score for the badge
outbox-letter = Letter about the badge
outbox-platform = Platform
outbox-subject = Learner, as the platform names them
outbox-given-up = When
outbox-given-up-after = { $tries ->
    [one] { $date }, after one try
   *[other] { $date }, after { $tries } tries
}
outbox-details = Details
outbox-unknown-reason = It did not arrive, and this version does not know the reason. The details name it.
error-mail-not-set-up = There is no mail server any more. Give one (BLASON_SMTP_URL), then send again.
error-mail-unreachable = The mail server did not answer, or asked to wait. Check BLASON_SMTP_URL and that it is up.
error-mail-refused = The mail server refused the letter: the address may not exist, or the server may not send for us. The learner finds the badge in the course all the same.
mail-subject = Your badge: { $badge }
mail-text =
    Hello,

    you have got the badge “{ $badge }” from { $organisation }.

    It waits for you in your course: open the activity that gives it, and take it from there. It is yours to keep and to show.

    This letter was sent by itself, once. There is no need to answer.
error-column-missing = The platform names no column in the grade book for this activity, and does not let Blason make one. In the course, let the activity be graded (in Moodle: accept grades from the tool), open it once, then send again.
error-column-being-made = The column in the grade book was just being made. Send it again.
error-parcel-unknown = A newer version of Blason put this here. Update this server, then send it again.

## Administration: connecting platforms

moment = { $date }, { $time } (UTC)
invites-title = Invitations that are open
invite-open = For any platform, until { $until }.
invite-open-for = For { $host }, until { $until }.
invite-withdraw = Withdraw
invite-title = Invite a platform to register by itself
invite-what = For Moodle, Brightspace, Sakai and others that take a registration address. Nothing is copied by hand.
invite-lead = You get an address that works once. Paste it into the platform: the two exchange the rest.
invite-platform = Address of the platform
invite-platform-help = Recommended. With it, no other platform can use the invitation, and launches open at once. Without it, the first launches wait until you approve them.
invite-person = What the platform should tell about people
invite-person-nothing = Nothing: badges carry no name unless the platform shares it anyway.
invite-person-name = The name, for those who want it on their badge.
invite-person-email = The name and the e-mail address. The address goes into the badge as a fingerprint.
invite-person-help = The platform’s own settings have the last word, and can be changed there later.
invite-make = Make the invitation
invite-again = This invitation is for { $name }. Registering again keeps its deployments, its activities and its badges, and may replace the platform’s addresses.
invite-again-link = Register again
invited-title = Here is the address
invited-lead = Copy it now: it is shown this once. It works once, until { $until }.
invited-moodle-paste = Site administration › Plugins › Activity modules › External tool › Manage tools: paste the address under “Tool URL” and press “Add LTI Advantage”.
invited-moodle-agree = Moodle shows a page of Blason that says what will be asked for. Agree.
invited-others = Other platforms
invited-brightspace = Admin Tools › Manage Extensibility › LTI Advantage › Register Tool › Dynamic: paste the address. Then enable the tool and make a deployment.
invited-sakai = Administration Workspace › External Tools: add a tool by LTI Advantage auto-provisioning, and paste the address when Sakai asks for it.
invited-by-hand = are connected by copying:
paste-title = Connect by copying
paste-what = For every platform, under the names that it uses: what to fill in there, and what to bring back.
paste-lead = Choose your platform. Names of fields are those of its English pages. A click on a value selects it.
paste-ours = 1. Fill this in, in { $platform }
paste-field = In { $platform }
paste-value = Value
paste-canvas = Or paste this
paste-canvas-help = For the method “Paste JSON”. Names and e-mail addresses are not shared with it; change “Privacy Level” in Canvas to share them.
paste-theirs = 2. Bring this back
paste-becomes = What it is called here
paste-block = Paste here what the platform shows
paste-block-help = As one block, with the names of the fields. Blason finds the values and fills in the form; you look it over before it is kept.
paste-read = Fill in the form
registration-by-form = Fill in the form
registration-by-form-what = If you have the platform’s values already.
registration-is-waiting = Registered. Nothing has been opened from there yet.

## Administration: the test of a connection

test-title = Test the connection
test-lead = What has been seen of this platform, and what it answers when it is asked now. Nothing is changed there.
test-run = Ask the platform now
test-works = Works
test-fails = Does not work
test-unknown = Not known yet
test-tried = Tried on { $at }.
test-not-run = Nobody has asked yet. Use the button above.
test-look-in-log = The log of this server tells more.
test-launch = Opening from a course
test-launch-works = Somebody opened Blason from there on { $at }.
test-launch-unknown = Nobody has opened Blason from there yet. Activate the tool in the platform, add it to a course, and open it.
test-platform-keys = The platform’s keys
test-platform-keys-work = { $count ->
    [one] One key was read on { $at }.
   *[other] { $count } keys were read on { $at }.
}
test-clock = Clocks
test-clock-works = { $seconds ->
    [0] The same time on both sides, on { $at }.
    [one] One second apart, on { $at }.
   *[other] { $seconds } seconds apart, on { $at }.
}
test-own-keys = Our keys, read by the platform
test-own-keys-work = On { $at } the platform checked our signature, so it has our keys.
test-own-keys-unknown = It is known once the platform has checked a signature of ours. Use the button above.
test-token = Permission to call services
test-token-works = The platform gave a token on { $at }.
test-roster = Members of a course
test-roster-works = { $count ->
    [0] The list was read on { $at }. It is empty.
    [one] The list was read on { $at }: one member.
    [100] The list was read on { $at }: 100 members or more.
   *[other] The list was read on { $at }: { $count } members.
}
test-roster-unknown = It is known once somebody has opened Blason from a course whose platform offers the list. Open it, then use the button above.
test-columns = Gradebook
test-columns-work = { $count ->
    [0] It was read on { $at }. Blason has no column there, which is usual.
    [one] It was read on { $at }: Blason has one column there.
   *[other] It was read on { $at }: Blason has { $count } columns there.
}
test-columns-unknown = It is known once somebody has opened Blason from a course whose platform offers the gradebook. Open it, then use the button above.
test-fetches = Who has read our keys
test-keys-read-by-this = This platform: on { $at }, while it was asked for a token.
test-keys-read-by-somebody = Somebody: on { $at }. A fetch does not say who it comes from.
test-keys-never-read = Nobody yet.
test-browsers = How browsers keep a launch
test-browser-cookie = By a cookie of their own for this platform: last on { $at }.
test-browser-storage = By the platform’s storage, without a cookie: last on { $at }.
test-browser-window = In a window of its own: last on { $at }.
test-browsers-unknown = Nothing is known yet.
test-browsers-help = All three are safe. If learners keep being sent to a new window, let the platform open this tool in a new window from the start.


## The relay

error-relay-question = The relay reads a key or a list of withdrawn badges: ask with `kind=key` or `kind=status`, and `url`.
error-relay-origin = This relay does not read for that web site. Whoever keeps this server can allow it.
error-relay-busy = The relay has read as much as it may in this minute. Try again in a minute.
## Completion outside LTI, and codes

completion-title = Course completion
completion-lead = LTI does not say who has completed a course. Most badges do not need it: restrict the activity in the course instead. Set this up only for badges that ask for course completion.
completion-api = Ask the platform
completion-api-help = With a token of the platform’s own interface, this server asks whether a learner has completed the course. The token is tried now, and kept sealed.
completion-api-set = Set up for { $address }.
completion-forget = Forget the token
completion-kind = Platform
completion-address = Address of the platform
completion-secret = Token
completion-secret-help = Moodle: a web service token. Open edX: client ID and client secret, with a colon between them. Canvas: an access token. The administrators’ guide says which rights it needs.
completion-try = Try it and keep it
hook-title = Signed messages
hook-help = A plugin of the platform can tell this server at once that somebody completed a course. It signs each message with a secret. Where a token is set up above, the platform is asked before anything is given.
hook-secret-once = This is the secret. It is shown only now.
hook-url = Where to send messages
hook-last = Last message
hook-none-yet = None yet
hook-make = Accept messages
hook-renew = Make a new secret
hook-end = Accept no more messages
code-label = Code
code-help = Small and capital letters are the same, and hyphens do not matter.
code-use = Use this code
code-for-you = { $organisation } has this badge for you.
code-take = Get my badge
code-take-help = No account is needed. On the next page you save the badge as a file.
why-course-not-complete = Your course is not complete yet. Finish what is left in it, and open this page again. If you have just finished, come back in a few minutes.
why-course-not-followed = Your platform does not follow your progress in this course. Nothing you did is lost. Tell your teacher that this page says so.
why-api-refused = Your platform does not let us see whether your course is complete. Nothing you did is lost. Tell your teacher that this page says so, with this word: { $code }.
why-api-function-missing = The token works, but may not use { $code }. Add this function to the web service, and try again.
why-api-username-unknown = Your platform does not tell us your username, so we cannot see whether your course is complete. Nothing you did is lost. Tell your teacher that this page says so.
why-not-chosen = Your teacher gives this badge to the people they choose, and has not chosen you yet. Ask them if you think that this is a mistake.
why-code-needed = Your teacher hands out a code for this badge. Type it here.
did-completion-set-up = Set up course completion for { $target }
did-completion-forgotten = Ended course completion for { $target }
error-code-unknown = There is no such code, or it is for another badge. Compare it with the one you were given.
error-code-not-open-yet = This code cannot be used yet. Ask whoever gave it to you from when it can.
error-code-closed = The time of this code is over. Ask whoever gave it to you for another one.
error-code-used-up = As many people as this code is for have used it. Ask whoever gave it to you for another one.
error-code-too-many-tries = Too many wrong codes. Wait an hour, or ask for the right one.
error-code-wish-unfit = Give the code some time and between 1 and 10,000 people.
error-hook-refused = This message is not accepted: check its address, its signature and its time.
error-hook-malformed = This message is signed, but it does not say what this server knows. See the administrators’ guide.
error-hook-person-unknown = Nobody of this username has opened a badge here yet. Send user_id, or send the message again later.

## Codes and choices, inside the LMS

codes-title = Codes to hand out
codes-lead = Whoever types a code in this activity gets the badge. Write it on the board, print it, or send it as a link.
codes-time = From { $from } to { $to }.
codes-used = Used by { $used } of { $cap }.
codes-over = Its time is over.
codes-link = For people without an account here:
codes-end = End this code now
codes-new = A new code
codes-opens = From when (universal time)
codes-hours = For how many hours
codes-cap = For how many people
codes-make = Make a code
choices-title = Choose people
choices-lead = Those whom you tick get the badge once it is on. Taking a tick away takes no badge back.
choices-people = Learners of this course
choices-list = Or paste a list
choices-list-help = One person on each line, by e-mail address or by the platform’s identifier; other columns do not matter.
choices-file = Or choose a CSV file
choices-save = Keep these choices
choices-unmatched = These lines name nobody of this course. Everybody else was kept.
did-people-chosen = Chose people for the badge “{ $target }”
did-code-made = Made a code for the badge “{ $target }”
did-code-ended = Ended a code for the badge “{ $target }”
