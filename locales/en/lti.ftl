# LTI: the words of login and launch. Each error says what happened and what to do.

lti-window-title = Open your badge in a new window
lti-window-why = Your browser keeps no cookie for Blason inside this page, so we cannot be sure that it is you who opened it.
lti-window-open = Open in a new window
lti-window-else = If the new window does not open, go back to your course, open the activity again, and allow this site to keep cookies.

lti-opening-title = Opening your badge
lti-opening-why = Just a moment: we are making sure with your course that it is you.
lti-connection-lost = We cannot reach Blason just now. Nothing is lost: check your connection and try again. If it goes on, go back to your course and open the activity again.

lti-pending-title = Waiting for approval
lti-pending-why = Your platform is known here, but not yet this place on it. Nothing is lost: open the activity again once it is approved.
lti-pending-who = The administrator of Blason approves it: in the administration, under Platforms, add the deployment below to your platform.
lti-pending-deployment = Deployment

lti-platform-refused = Your platform did not let this launch through. Go back to your course and open the activity again. If it happens again, show this page to the administrator of your platform.
lti-platform-reason = What the platform says

error-login-parameter-missing = Your platform began the login without a part that we need. Open the activity from your course. If it happens there too, the administrator of the platform has to check the login address of this tool.
error-login-parameter-repeated = Your platform began the login with the same part twice. The administrator of the platform has to check the login address of this tool.
error-login-parameter-too-long = Your platform began the login with a part that is too long. The administrator of the platform can help.
error-registration-unknown = This platform is not connected to Blason. The administrator of Blason has to add it under Platforms, with the issuer and the client ID exactly as the platform writes them.
error-registration-ambiguous = Several connections exist for this platform, and it did not say which one it means. The administrator has to set the login address of the one connection, which ends in its identifier.
error-target-link-foreign = The activity points to an address that is not part of Blason. The teacher or the administrator has to correct the address of the activity.

error-launch-field-missing = The launch reached us without its token or its state. Go back to your course and open the activity again.
error-launch-field-repeated = The launch reached us with the same part twice. The administrator of the platform can help.
error-launch-field-too-long = The launch is larger than we read. The administrator can take custom parameters off the activity.
error-token-malformed = The platform's token cannot be read. The administrator has to check that the tool is set up as LTI 1.3.
error-token-header-forbidden = The platform's token asks to be checked in a way that we do not accept. The administrator of the platform can help.
error-algorithm-forbidden = The platform's token is not signed as agreed (RS256). The administrator has to check the platform's signature settings.
error-key-id-missing = The platform's token does not say with which key it is signed. The administrator has to update the platform.
error-state-unknown = We did not ask for this launch, or too long ago. Go back to your course and open the activity again.
error-state-consumed = This launch was already used. Go back to your course and open the activity again.
error-state-expired = This launch took too long. Go back to your course and open the activity again.
error-browser-cookie-missing = Your browser did not send back our cookie. Go back to your course, open the activity in a new window, and allow this site to keep cookies.
error-browser-mismatch = This launch was started in another browser or window. Go back to your course in this browser and open the activity again.
error-keys-unreachable = We could not fetch the platform's keys just now, so we could not check who you are. Try again in a minute. If it goes on, the administrator has to check the address of the platform's key set.
error-keys-malformed = The address of the platform's key set answers with something else. The administrator has to correct that address under Platforms.
error-key-unknown = The platform signed with a key that is not in its key set. Try again in a minute. If it goes on, the administrator has to check the address of the platform's key set.
error-key-unsuitable = The platform signed with a key that is not meant for this. The administrator of the platform can help.
error-signature-invalid = The signature of this launch does not match the platform's key. Go back to your course and open the activity again. If it happens again, tell the administrator.
error-launch-from-elsewhere = This launch was not sent by our own page. Go back to your course and open the activity again.
error-claim-missing = The platform's token lacks a part that LTI requires. The administrator of the platform can help.
error-claim-malformed = A part of the platform's token cannot be read. The administrator of the platform can help.
error-issuer-mismatch = The launch comes from another platform than the one that was asked. The administrator has to compare the issuer under Platforms with the one that the platform shows.
error-audience-mismatch = The launch is meant for another tool. The administrator has to compare the client ID under Platforms with the one that the platform shows.
error-authorized-party-mismatch = The launch is meant for another tool. The administrator has to compare the client ID under Platforms with the one that the platform shows.
error-token-expired = This launch is too old. Go back to your course and open the activity again. If it happens each time, the platform's clock is slow, and its administrator has to set it.
error-token-issued-in-future = The platform's clock is ahead of ours. The administrator of the platform has to set it.
error-token-issued-too-long-ago = This launch is too old. Go back to your course and open the activity again.
error-token-not-yet-valid = The platform's clock is ahead of ours. The administrator of the platform has to set it.
error-nonce-mismatch = This launch belongs to another login. Go back to your course and open the activity again.
error-version-unsupported = The platform sent a launch that is not LTI 1.3. The administrator has to set the tool up as LTI 1.3.
error-message-type-unsupported = Blason does not take this kind of launch. The teacher can add the activity as a link.
error-identifier-too-long = The platform sent an identifier that is longer than LTI allows. The administrator of the platform can help.
error-deployment-blocked = Launches from this place on your platform are blocked. The administrator of Blason can say why.
error-choosing-not-allowed = Badges cannot be chosen from your platform yet. The administrator of Blason allows it: in the administration, under Platforms.
error-choosing-not-yours = Badges are chosen by those who teach or build the course. Your platform says that you do not.
error-choosing-without-course = Your platform did not say for which course this is. Open the choice from within a course.
error-links-not-taken = Your platform takes no links to a tool here. Add the badge as an activity of the course.
error-one-item-only = Your platform takes one item at a time here.
error-return-address-foreign = Your platform asks for the answer at an address that is not its own, so it was not sent. The administrator of the platform can help.

## Services of platforms

error-token-unreachable = The platform did not answer at its token address. The administrator has to check that address under Platforms, and that the platform is up.
error-token-refused = The platform gave no access to its services. The administrator of the platform has to check that the tool is active, and that the platform can read our public keys.
error-token-answer-malformed = The platform’s token address answers with something else. The administrator has to correct that address under Platforms.
error-scope-missing = The platform does not allow Blason to do this. In the settings of the tool, its administrator has to allow the roster and the grade services.
error-token-not-signed = Blason could not sign its request. The administrator of Blason finds the reason in the log.
error-service-address-foreign = The platform names an address for this service that is not its own, so nothing was sent there. The administrator of the platform can help.
error-service-unreachable = The platform did not answer. The administrator has to check that it is up, and that this server can reach it.
error-service-refused = The platform refused. It does so, for instance, for somebody who has no place in the grade book, or for a column that was removed.
error-service-malformed = The platform answered something that cannot be read. The administrator of the platform can help.
error-service-list-too-long = The platform’s list is longer than Blason reads.

## Registration by the platform itself, shown inside the platform

tool-name = Open badge
tool-description = Gives learners a badge for what they did in a course. Anybody can check it.
register-title = Connect { $host } to Blason
register-lead = { $organisation } gives badges here. Your platform would like to open this tool. Read what Blason will ask for, then agree.
register-who = Who asks
register-product = Product
register-unexpected = The invitation named no platform. Check that this address is yours: until the administrator of Blason approves this platform, nothing opens from it.
register-known = This platform is connected already. Its activities, its badges and what its teachers may do stay as they are.
register-asks = What Blason will ask for
register-ask-launch = To be opened from courses
register-ask-launch-why = Learners open an activity and get its badge. Teachers choose a badge for an activity.
register-ask-grades = Its own columns of the gradebook
register-ask-grades-why = So that a mark in them can earn the badge. Blason sees no other mark of your courses.
register-ask-roster = The members of a course
register-ask-roster-why = So that teachers see how many learners would get a badge before anything is given. Lists are read when needed and not kept.
register-ask-history = Which course a course was copied from
register-ask-history-why = So that a copied course gives no badges before a teacher says so.
register-ask-nobody = No names, no e-mail addresses
register-ask-nobody-why = Badges work without them. The administrator of Blason chose so.
register-ask-name = Names
register-ask-name-why = A badge carries its holder’s name if the holder wishes. E-mail addresses are not asked for.
register-ask-email = Names and e-mail addresses
register-ask-email-why = A badge carries its holder’s name if the holder wishes, and the address as a fingerprint, so that the holder can prove whose badge it is.
register-lacks = What your platform does not offer
register-lack-roster = The members of a course: teachers will not see in advance who would get a badge, and learners open the activity to get it.
register-lack-results = Marks of a column: a mark cannot earn a badge.
register-next = What happens next
register-next-moodle-activate = Moodle shows “Open badge” as pending. Press “Activate” on it.
register-next-moodle-show = On the same page, open its settings (the cog) and set “Tool configuration usage” to “Show in activity chooser and as a preconfigured tool”, so that teachers find it under “Add an activity or resource”.
register-next-activate = Your platform may ask you to activate this tool, or to deploy it where it may be used.
register-next-approve = In the administration of Blason, under “Platforms”, approve the deployment that waits there.
register-next-test = Open the tool once from a course. Then, in the administration of Blason, “Test the connection” shows what works.
register-button = Connect { $host }
register-not-you = If this is not what you wanted, close this window: nothing has been sent.
registered-title = { $host } is connected
registered-updated = It was connected before. Its activities, its badges and what its teachers may do are as they were.
registered-close = Close
registered-close-help = Your platform closes this window by itself. If it does not, use the button, or go back to your platform.
register-refused-title = Not connected
register-refused-detail = What was said
register-refused-again = Nothing was kept here, and the invitation can be used again until it expires. Begin again from your platform.

error-invite-unknown = This invitation is not known here. Ask the administrator of Blason for another one.
error-invite-used = This invitation has been used: a platform registered with it. To register again, ask the administrator of Blason for another one.
error-invite-expired = This invitation is too old. Ask the administrator of Blason for another one.
error-registration-under-way = Somebody is registering with this invitation just now. If that was you, the platform is connected in a moment; look at its list of tools before you try again.
error-platform-not-invited = This invitation is for another platform. The administrator of Blason wrote its address when making it, and can make one for yours.
error-registration-addresses-changed = The platform is connected here at other addresses than the ones it gives now, so nothing was changed. If it has moved, the administrator of Blason opens it under “Platforms” and invites it to register again.
error-registration-not-from-platform = This address is to be pasted into your platform, which then opens it. Opened by itself, it does nothing. In Moodle: Site administration, Plugins, External tool, Manage tools.
error-configuration-refused = Your platform did not give its description. It answered with the number below.
error-configuration-malformed = Your platform’s description cannot be read. Update the platform, or connect it by copying its addresses.
error-configuration-address-foreign = Your platform’s description names an address that is not on the platform’s own site, so it was not trusted. The administrator of the platform can check the address of its site.
error-algorithm-unsupported = Your platform does not sign with RS256, which LTI asks for.
error-registration-token-malformed = Your platform’s token cannot be used. Begin again from your platform.
error-registration-refused = Your platform refused. What it said is below. A token that was used or is too old is the usual reason: begin again from your platform.
error-registration-answer-malformed = Your platform answered with something that cannot be read. Look at its list of tools: if this tool is there, connect it by copying its addresses.
error-platform-unreachable = Your platform did not answer this server. It must be reachable from here, over https and at a public address.

## What to do when the test of a connection fails, by code

error-test-keys-unreachable = This server could not reach the address of the platform’s keys. Check the address on the platform’s page here, and that this server may go out to it over https.
error-test-keys-malformed = The address of the platform’s keys answers with something else. Copy it again from the platform.
error-test-clock-ahead = The platform’s clock is ahead of ours. Set both by a time server: launches and tokens are refused when clocks differ.
error-test-clock-behind = The platform’s clock is behind ours. Set both by a time server: launches and tokens are refused when clocks differ.
error-test-keys-not-read = The platform could not read our keys. The address of our keys must be reachable from the platform’s own server. In Moodle: Site administration, General, Security, HTTP security: “cURL blocked hosts list” must not hold our host, and “cURL allowed ports list” must hold our port.
error-test-token-unreachable = The address for tokens did not answer this server. Check it on the platform’s page here, and that this server may go out to it over https.
error-test-token-refused = The platform refused to give a token. Check the client ID and the address of our keys there, that the tool is active, and, for Brightspace, the audience of tokens here.
error-test-token-answer-malformed = The address for tokens answers with something that is no token. Copy it again from the platform.
error-test-token-not-signed = This server could not sign its request. Its log tells more.
error-test-scope-missing = The platform does not allow Blason to use this service. Allow it in the tool’s settings there, under services.
error-test-service-address-foreign = The platform names an address for this service that is not on its own site, so nothing was sent there.
error-test-service-unreachable = The service did not answer this server in time. Try again; if it goes on, look at the load of the platform.
error-test-service-refused = The platform refused this service. Allow it in the tool’s settings there, under services, and check that the course still exists.
error-test-service-malformed = The service answered with something that cannot be read. Update the platform, or report it with the code below.
error-test-service-list-too-long = The list is longer than Blason reads.

## LTI 1.1
legacy-title = LTI 1.1
legacy-lead = LTI 1.1 is the older way to connect. It proves less: whoever has the secret can open any activity as anybody, and opening the activity is the only rule that works. Use it only for a platform or a course that cannot do LTI 1.3 yet, and switch it off when you are done.
legacy-is-on = Switched on: this platform may open activities with LTI 1.1.
legacy-is-off = Switched off: activities open with LTI 1.3 only.
legacy-launch-url = Launch URL
legacy-deployment = Deployment, when you place a badge on an activity of LTI 1.1
legacy-key = Consumer key
legacy-key-help = Any name that no other platform here has. The platform asks for the same one.
legacy-secret = Shared secret
legacy-secret-help = At least 12 characters, best made by a password manager. It is kept sealed and never shown again.
legacy-switch-on = Switch LTI 1.1 on
legacy-change = Use this key and secret from now on
legacy-switch-off = Switch LTI 1.1 off
legacy-off-help = What was earned stays. When the platform changes to LTI 1.3 and says who was who, badges and activities come along by themselves; the secret is kept for that.
error-legacy-not-allowed = LTI 1.1 is not switched on for this platform. The administrator of Blason can switch it on under Platforms, or better connect the platform with LTI 1.3.
error-legacy-launch-late = This launch is too old, or the platform’s clock is wrong. Go back to your course and open the activity again. If it happens each time, the administrator of the platform has to set its clock.
error-legacy-key-taken = Another platform has this consumer key already. Choose another one.
error-legacy-secret-short = Use at least 12 characters: whoever guesses the secret can open activities as anybody.
