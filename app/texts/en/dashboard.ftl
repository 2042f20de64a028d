### The dashboard, where owners look after a project. Each text is a whole sentence or label: please do not make sentences out of several. Texts of the inbox that the dashboard shows too stand in inbox.ftl.

## In many places

# The browser's tab.
# $page (Words): the name of the page, as in Numbers
office-tab = { $page } · Oriel

# Read aloud, and shown to the keyboard: past the menu.
office-skip = Skip to the content
office-menu = Menu
office-needs-scripts = This page needs scripts to save what you change. Allow them for this site.
office-loading = Loading

# A link on a page where nothing is.
office-home = Go to the start page

# Read aloud: the column with the buttons of each row.
office-actions = Actions

# Read aloud at a button of a row, as in: Edit Acorn Bikes
# $act (Words): what the button says, as in Edit
# $of (Text): the name of the thing
office-act-on = { $act } { $of }
office-saved = Saved
office-saving = Saving…
office-creating = Creating…

# A button: it was seen, go on.
office-done = Done

# Instead of a moment.
office-never = Never

# Instead of a customer, or of a customer's ID.
office-none = None
office-email = E-mail
office-password = Password

# $least (Number): the fewest characters
office-password-hint = At least { $least } characters. A few words are easier than signs.
office-role = Role
office-expires = Expires
office-customer = Customer

# Of a page or a program on the web.
office-address = Address
office-events = Events

# When it was made.
office-created = Created
office-last-used = Last used
office-edit = Edit
office-delete = Delete
office-deleting = Deleting…
office-deleted = Deleted

# $name (Text): a customer, a webhook or a saved reply
office-delete-ask = Delete { $name }?

# A button: an embed or an API key is worth nothing any more. Tell it from Cancel.
office-revoke = Revoke
office-revoking = Revoking…
office-revoked = Revoked

# $name (Text): an API key
office-revoke-ask = Revoke { $name }?

# Below a field for a secret that is known already.
office-blank-stays = Blank: it stays as it is.

# Below a field: how much of it is filled.
# $count (Number): characters that were typed
# $most (Number): the most that fit
office-count = { $count }/{ $most }

# Read aloud: links to the pages of a list.
paging = Pages
paging-previous = Previous
paging-next = Next

# $page (Number): which page of a list this is
# $pages (Number): how many there are
paging-place = Page { $page } of { $pages }

## How far off a moment is

ahead-now = in a minute

# $count (Number): minutes
ahead-minutes = { $count ->
    [one] in { $count } minute
   *[other] in { $count } minutes
}

# $count (Number): hours
ahead-hours = { $count ->
    [one] in { $count } hour
   *[other] in { $count } hours
}

# $count (Number): days
ahead-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}

# $count (Number): months
ahead-months = { $count ->
    [one] in { $count } month
   *[other] in { $count } months
}

# $count (Number): years
ahead-years = { $count ->
    [one] in { $count } year
   *[other] in { $count } years
}
ago-now = just now

# $count (Number): minutes
ago-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}

# $count (Number): hours
ago-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}

# $count (Number): days
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}

# $count (Number): months
ago-months = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}

# $count (Number): years
ago-years = { $count ->
    [one] { $count } year ago
   *[other] { $count } years ago
}

## What went wrong

office-signed-out = You are signed out. Sign in in another tab, then try again.
office-owners-only = Only owners of the project can do this.
office-gone = It does not exist any more.

# Below "You are signed out", on a page that could not be loaded.
trouble-signed-out-why = Sign in to go on where you were.
trouble-owners-only = Only owners can see this
trouble-owners-only-why = Ask an owner of the project to make you one.
trouble-nothing-why = It does not exist any more, or belongs to a project that is not yours.
trouble-not-loaded = This could not be loaded

# A link to the first page.
trouble-start = Go to the start

## What the server refuses, below the field that it is about

wrong-required = It is required.

# $most (Number): characters
wrong-long = It has more than { $most } characters.

# $least (Number): characters of a password
wrong-short = It needs at least { $least } characters.
wrong-nul = It contains a character that cannot be stored.
wrong-email = It is not an e-mail address.
wrong-member = This person is a member already.
wrong-sign-in = The e-mail address or the password is wrong.

# $seconds (Number): how long to wait
wrong-too-many = Too many attempts. Try again in { $seconds } s.

# The password of an account that exists.
wrong-password = It is not the one of this account.
wrong-old-password = It is not your present password.
wrong-code = It is not the one that the server printed when it started.
wrong-set-up = Oriel is set up already. Sign in instead.
wrong-last-owner = A project keeps at least one owner. Make somebody else an owner first.

# A moment of expiry.
wrong-past = It lies in the past.
wrong-moment = Pick a day and a time.
wrong-number-choice = Choose a number.
wrong-customer-choice = Choose a customer.

# $origin (Text): what was typed
wrong-origin = “{ $origin }” is not an origin such as https://app.example.com or *.example.com.

# $most (Number): origins of an embed
wrong-origins = It has more than { $most } entries.
wrong-meta-id = It has characters that no id of Meta has.
wrong-connected = This number is connected already.
wrong-customer-id = Another customer has it.

# $most (Number): characters of a shortcut
wrong-shortcut = One to { $most } letters, digits, - or _.
wrong-shortcut-taken = Another reply has it.

# $most (Number): saved replies of a project
wrong-replies = A project keeps at most { $most } replies. Delete one first.
wrong-text = Write something first.

# $length (Number): characters of the text
# $most (Number): how many WhatsApp takes
wrong-text-long = { $length } characters are too many, WhatsApp takes { $most }.
wrong-events = Pick at least one.
wrong-url = It must be an address such as https://example.com/webhook.
wrong-url-scheme = It must begin with https:// or http://.
wrong-url-login = It must not contain a user name or password.
wrong-url-port = Its port must be 80 or 443.
wrong-url-public = It must be a public address.

# A webhook's secret key.
# $least (Number): characters
# $most (Number): characters
wrong-key = It must have { $least } to { $most } characters.
wrong-webhook-off = This webhook is switched off.
wrong-invitation = This invitation was taken, withdrawn, or is too old. Ask for a new one.

## The way around

# The sections of a project, and the titles of their pages.
section-embeds = Inbox embeds
section-numbers = Numbers
section-customers = Customers
section-webhooks = Webhooks
section-members = Members
section-api-keys = API keys
section-activity = Activity

# Read aloud: the menu of the sections.
sidebar-project = Project

# Read aloud before the project's name.
sidebar-project-is = Project:

# Read aloud after somebody's name and address.
sidebar-account = : your account
sidebar-members = You work in this project's inbox. Its owners find its settings here.

## Signing in, setting up, joining

# $link (Words): "Set Oriel up", see below
entrance-nobody = Nobody has an account here yet. { $link } first.

# A link inside the sentence above.
entrance-nobody-link = Set Oriel up
setup-tab = Set up
setup-title = Set Oriel up
setup-text = Make the first project and its owner. That is you.
setup-code = Code
setup-code-hint = Printed on the server's terminal when it started.
setup-project = Project
setup-project-hint = Your company or team.
setup-name = Your name

# A button.
setup-submit = Set up
setup-done = Oriel is set up
setup-done-why = There is an owner already. Sign in, or ask them for an invitation.

# What was wrong with a field, above the form.
# $field (Words): the field, as in Password
# $problem (Words): a sentence
gate-problem = { $field }: { $problem }

# To become a member of a project: a title, and a button.
join = Join
joining = Joining…

# $project (Text): the name of a project
join-title = Join { $project }

# $email (Words): an address
join-as = As { $email }
join-needs-scripts = This page needs scripts to read your invitation. Allow them for this site.
join-reading = Reading your invitation…
join-not-read = The invitation could not be read
join-not-valid = This invitation is not valid
join-not-valid-why = It may have been used, withdrawn, or have expired; or a part of the link is missing. Ask for a new one.
join-known = You have an account with this address already. Give its password.

## One's own account

account-title = Account
account-text = You, and the browsers in which you are signed in.

# Read aloud: the box with one's name and address.
account-you = You
account-language = Language
account-language-label = Language of your inbox and of these pages

# A choice: no language of one's own.
account-language-browsers = As this browser prefers
account-language-save = Save language
account-password-old = Current password
account-password-new = New password

# $least (Number): the fewest characters
account-password-hint = At least { $least } characters. You will be signed out everywhere else.
account-password-change = Change password
account-password-changing = Changing…
account-password-changed = Password changed

# The browsers in which somebody is signed in.
sessions = Sessions
session-browser = Browser
session-seen = Last seen

# When the session began.
session-began = Signed in

# The session in which this is read.
session-this = This device

# A button.
session-end = End

# Read aloud at that button.
# $browser (Text): as in: Chrome on Linux
session-end-of = End the session of { $browser }
session-ended = Session ended

# $browser (Text): as in Chrome
# $system (Text): as in Linux
session-client = { $browser } on { $system }
session-unknown = Unknown browser

## Inbox embeds: addresses that show the inbox in a frame

embeds-text = Addresses that show this inbox, or a part of it, in a frame on your own pages.
embeds-new = New embed
embeds-hide-revoked = Hide revoked
embeds-show-revoked = Show revoked
embeds-none = No embeds yet
embeds-none-why = An embed is an address for an iframe. Create one, put its code into your page, and the inbox is there.

# A button.
embeds-first = Create the first
embed-tab = Embed

# Read aloud: the link back to the list.
embed-crumbs = Breadcrumb
embed-new-text = An address that shows the inbox, or a part of it, in a frame.

# Read aloud: the form.
embed-new-form = The new embed
embed-create = Create embed
embed-ready = The embed is ready
embed-new-token = The new token
embed-once = This is shown once. Copy it now: Oriel keeps only a fingerprint of the token and cannot show it again.
embed-open = Open in a new tab
embed-code = Code for your page

# What an embed shows: the project, a number, a customer.
embed-shows = Shows

# Whose conversations an embed shows.
embed-assignee = Assignee

# The pages that may hold the frame.
embed-pages = Allowed pages

# No one person: the conversations of everybody.
embed-everybody = Everybody
embed-any-page = Any page

# An embed that nobody named.
# $start (Text): the first characters of its token
embed-nameless = Without a name ({ $start }…)

# Beside the first of several pages.
# $count (Number): how many there are besides
embed-more-pages = +{ $count }

# What it shows, in a word.
embed-scope-project = Project
embed-scope-number = Number

# Of an embed.
embed-active = Active
embed-expired = Expired
embed-revoked = Revoked

# Read aloud: what is so about an embed.
embed-facts = Facts
embed-fixed = What an embed shows is fixed, so that an address that somebody has can never come to show more. For another number or customer, create another embed.
embed-token = Token
embed-settings = Settings
embed-name-example = Support desk
embed-name-hint = For you, to tell embeds apart. Nobody in the frame sees it.

# A choice: whose conversations an embed shows.
embed-everybodys = Everybody's conversations
embed-assignee-hint = With a person, the frame shows only what is assigned to them at that moment.
embed-theme = Default theme
embed-shortcuts-on = On
embed-shortcuts-off = Off
embed-shortcuts-hint = Single keys such as J, K and R, while the frame has the focus. Off leaves every key to your page.

# $moment (Words): 12 Jan 2024, 09:41
embed-expires-now = Now: { $moment }

# Read aloud: a field for day and time.
embed-expires-picked = Moment of expiry, on your clock

# How long an embed is good for.
expiry-never = Never
expiry-hour = 1 hour
expiry-day = 1 day
expiry-week = 7 days
expiry-month = 30 days
expiry-quarter = 90 days
expiry-picked = Choose a date

# The expiry that the embed has already.
expiry-kept = As it is

# Read aloud.
origins-understood = The list as it is understood

# A button.
# $origin (Text): as in *.example.com
origins-add = Add { $origin } too
origins-open = While the list is empty, any page that knows the address can show this inbox.

# $subdomains (Words): *.example.com
# $ports (Words): http://localhost:*
origins-hint = Origins of the pages that may hold the frame, one in a line. { $subdomains } stands for all subdomains, { $ports } for any port.

# Read aloud before an entry of the list.
origins-good = Good:
origins-twice = Twice:
origins-wrong = Wrong:

# $typed (Text): what was typed
# $why (Words): a sentence
origins-wrong-why = { $typed } – { $why }
origins-star-alone = A star must stand alone. Leave the list empty to allow any page.

# $origin (Text): what was typed, without its path
origins-path = Leave out the path: { $origin }
origins-ascii = Write the name as browsers do, with xn--.
origins-star-subdomains = A star may stand for subdomains of a domain only, as in *.example.com.
origins-shape = An origin is a scheme and a host, as in https://app.example.com.
preview = Preview
preview-live = Live from this project, as it is right now.

# Below a picture of the frame: this theme is the one to begin with.
# $theme (Words): as in Light
preview-first = { $theme } · shown at first
preview-choose = Choose what it shows.
preview-none = No conversation matches yet.

# A choice: what the embed shows.
scope-project = Whole project
scope-project-why = Every conversation, of all numbers.
scope-number = One number
scope-number-why = The conversations of one WhatsApp number.
scope-customer = One customer
scope-customer-why = The conversations of a customer's numbers and contacts.
scope-no-number = No number is connected yet. Connect one under Numbers first.
scope-no-customer = There is no customer yet. Add one under Customers first.

# A field above a long list.
scope-search = Type a part of the name

# $what (Words): as in Number or Customer
scope-search-label = Search: { $what }

# The list before something is chosen.
scope-choose = Choose…

# $moment (Words): 12 Jan 2024, 09:41
token-old-until = The old token is good until { $moment }.
token-revoked = This embed is revoked, for good. Its address shows nothing any more.
token-text = Rotate the token when it may have come into wrong hands, or as a habit. Revoke the embed when nobody is to use it any more.

# A button that opens a form.
token-rotate-open = Rotate token…
token-revoke-open = Revoke…
token-rotate-title = Rotate the token
token-rotate = Rotate
token-rotating = Rotating…
token-rotate-text = The embed gets a new address. Pages that still use the old one go on for as long as you say here, then their frames close.
token-grace = The old token stays good

# How long the old token stays good.
grace-none = Not at all
grace-minutes = 10 minutes
grace-hour = 1 hour
grace-day = 24 hours
embed-revoke-ask = Revoke this embed?
embed-revoke-means = Frames that are open now close within a second, and its address never works again. This cannot be undone.

## Why a frame stays blank

doctor-title = Check a page
doctor-text = The frame stays blank? Say where it is, and see what a browser makes of it.
doctor-address = Address of the page
doctor-sandboxed = The iframe has a sandbox attribute
doctor-sandbox = Its value

# The verdict on one thing that was looked at.
doctor-good = Good

# It works, but not all of it.
doctor-limited = Limited

# The frame stays empty.
doctor-blocked = Blocked

# $subject (Words): what was looked at, as in Origin
# $verdict (Words): as in Good
doctor-finding = { $subject }: { $verdict }

# Whether the embed's token opens anything.
doctor-access = Access
doctor-origin = Origin

# http or https.
doctor-scheme = Scheme

# The attribute of that name.
doctor-sandbox-subject = Sandbox
doctor-whole-address = Give the page's whole address, as in https://crm.example.com/tickets
doctor-web-only = Only pages on the web, http or https, have an origin that can be allowed.
doctor-token-until = The token is good, until the embed expires.
doctor-token-good = The token is good and does not expire.
doctor-expired = The embed has expired: the frame says so instead of showing the inbox. Give it a later expiry.
doctor-revoked = The embed is revoked, for good. Create a new one.
doctor-any = Any page may hold this embed. Name the origins that should, and no other can.

# $origin (Text): as in https://crm.example.com
doctor-allowed = { $origin } is allowed. If that page is itself in a frame, every page around it must be allowed too.
doctor-list-broken = The list of allowed pages cannot be read. Write it anew.

# $origin (Text): as in http://[::1]:3000
doctor-unlistable-number = { $origin } cannot be put on the list. Browsers do not match such numeric addresses: open the page under a name, as in http://localhost.

# $origin (Text): as in https://a_b.example.com
doctor-unlistable-host = { $origin } cannot be put on the list. Open the page under a plain host name.

# $origin (Text): as in https://bücher.example
doctor-unlistable-script = { $origin } cannot be put on the list. Write its name as browsers do, with xn--: the address bar's copy has it so.

# $origin (Text): as in https://crm.example.com
doctor-not-listed = { $origin } is not among the allowed pages. Add it as it stands here.

# $origin (Text): as in https://crm.example.com
# $other (Words): http or https
doctor-other-scheme = { $origin } is not among the allowed pages. The list has it with { $other }, and the scheme counts: add it as it stands here.

# $origin (Text): as in https://crm.example.com:8443
doctor-other-port = { $origin } is not among the allowed pages. The list has it without the port, and the port counts: add it as it stands here.

# $origin (Text): as in https://example.com
# $name (Text): as in example.com
doctor-bare-domain = { $origin } is not among the allowed pages. The list has its subdomains, but *.{ $name } does not cover { $name } itself: add it as it stands here.
doctor-local-http = The page is https and Oriel is served over http on this machine: Safari refuses such a frame, other browsers show it.
doctor-mixed = The page is https and Oriel is served over http: browsers refuse such a frame. Serve Oriel over https.
doctor-insecure = The page is http: browsers keep the clipboard and the microphone from every frame in it. Serve the page over https.
doctor-scheme-good = The page's scheme and Oriel's go together.
doctor-no-sandbox = The frame has no sandbox attribute.
doctor-no-scripts = Without allow-scripts the inbox can be read, but nothing in it moves and nobody can answer. Add allow-scripts.
doctor-no-origin = Without allow-same-origin the frame has no origin of its own: the theme is forgotten, and the calls it makes count as foreign, so they fail unless any origin is allowed. Add allow-same-origin.
doctor-sandbox-good = The sandbox has every flag that the inbox needs.
doctor-no-forms = Add allow-forms: without it the button that sends does nothing.
doctor-no-popups = Add allow-popups: without it links do not open.
doctor-no-downloads = Add allow-downloads: without it files cannot be saved.

## WhatsApp numbers

numbers-text = WhatsApp numbers whose messages come in and go out here.
numbers-connect = Connect a number
numbers-edit = Edit the number
numbers-none = No number is connected
numbers-none-why = Connect a WhatsApp number, and what customers write to it shows here and in your embeds.
numbers-first = Connect the first

# Short: it was done.
number-connected = Connected

# The column: when a number was connected.
number-connected-at = Connected since

# A column.
number-phone = Phone

# Take Meta's own words for it.
number-phone-id = Phone number ID
number-phone-id-hint = API Setup, below the number that is chosen there. It is not the phone number.
number-state = State
number-working = Connected
number-trouble-token = Token refused
number-trouble-token-advice = WhatsApp refuses its access token. Generate a new one and enter it under Edit: messages wait for an hour, then they fail.
number-trouble-locked = Account locked
number-trouble-locked-advice = WhatsApp has locked the account. Its reason stands in the WhatsApp Manager; messages wait for an hour, then they fail.
number-trouble-payment = Payment problem
number-trouble-payment-advice = The account's payment method fails. Put it right in the WhatsApp Manager: messages wait for an hour, then they fail.
number-trouble-setup = Not registered
number-trouble-setup-advice = WhatsApp does not know the number as registered. Finish its registration in the WhatsApp Manager: messages wait for an hour, then they fail.
number-account = WhatsApp Business Account ID
number-account-hint = API Setup, beside the phone number ID.
number-display = Phone number
number-name-example = Sales
number-name-hint = Blank: the number itself.
number-customer-hint = Embeds of a customer show the conversations of the customer's numbers.

# A choice.
number-no-customer = No customer

# A button.
number-connect = Connect
number-connecting = Connecting…
number-where = All of it is in Meta's app dashboard, developers.facebook.com, in your app. The first two are under WhatsApp, API Setup.
number-webhook = Webhook address

# $field (Words): messages, as Meta calls it
number-webhook-hint = Enter it in your app under WhatsApp, Configuration, with the verify token, and subscribe to { $field }.

# Opens the fields for secrets.
number-replace-secrets = Replace tokens and secrets
number-disconnect = Disconnect
number-disconnecting = Disconnecting…
number-disconnected = Disconnected

# $name (Text): a number's name
number-disconnect-ask = Disconnect { $name }?
number-disconnect-means = Messages of this number no longer come in or go out, and its embeds are revoked for good. Its conversations stay.
number-access-token = Access token
number-access-token-hint = Business settings, System users: generate a token that does not expire, for whatsapp_business_messaging and whatsapp_business_management. The one under API Setup ends after a day.
number-app-secret = App secret
number-app-secret-hint = App settings, Basic, App secret. Oriel proves by it that a webhook comes from Meta.
number-verify-token = Verify token
number-verify-token-hint = A text that you make up. Meta asks for the same one beside the webhook's address.

## Customers

customers-text = The companies or people whom you serve. An embed can show one customer's conversations only.
customers-add = Add a customer
customers-edit = Edit the customer
customers-none = No customers yet
customers-none-why = Add a customer, or let your system do it through the API. Then an embed can be theirs alone.
customers-first = Add the first
customers-no-match = Nobody matches
customers-no-match-why = The search looks for a part of the name, or for the whole of your ID.
customers-search = Search customers by name, or by your ID
customers-search-short = Name, or your ID

# What the company calls a customer in its own system.
customer-id = Your ID
customer-id-hint = What this customer is called in your own system, so that programs find them by it.

# A column: when.
customer-added = Added
customer-delete-means = Embeds of this customer are revoked for good. Contacts, numbers and conversations stay, without a customer.

## Saved replies

replies-text = Texts that every inbox of this project has at hand: whoever types / and the shortcut finds them.
replies-new = New reply
replies-edit = Edit the reply
replies-none = No replies yet
replies-none-why = Keep what you write often: opening hours, an address, a friendly goodbye.
replies-first = Write the first
reply-shortcut = Shortcut
reply-shortcut-example = hours
reply-shortcut-hint = What one types after / in the composer: letters, digits, - and _.
reply-text = Text
reply-delete-means = Nobody finds it in the composer any more. Messages that were written with it stay.

## Webhooks and what they were told

webhooks-text = Addresses of your programs that are told what happens: messages, conversations, numbers, automations.
webhooks-new = New webhook
webhooks-edit = Edit the webhook
webhooks-none = No webhooks
webhooks-none-why = Your own program gets each message as it comes, signed so that it can be sure.
webhooks-first = Create the first
webhook-url-hint = Your program, over https. Oriel posts JSON there and waits 10 seconds for a 200.

# A field: the project or one number.
webhook-of = Events of

# A choice.
webhook-of-project = The project

# Below the number of events.
# $name (Text): a number
webhook-whose = of { $name }
webhook-whose-project = of the project
webhook-key = Secret key
webhook-key-hint = It signs what is sent. Blank: Oriel makes one.
webhook-create = Create webhook
webhook-ready = The webhook is ready
webhook-once = This is shown once. Copy it now: with it your program checks the header X-Webhook-Signature, an HMAC-SHA256 of the body.
webhook-delete-means = It is told nothing any more, and what it was told before is forgotten.
webhook-test = Test
webhook-tested = A test is on its way
webhook-pause = Pause
webhook-activate = Activate
webhook-paused = Paused

# It was done.
webhook-activated = Activated
webhook-active = Active

# $count (Number): kinds of events
webhook-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}

# Columns: how many events arrived, and how many did not.
webhook-delivered = Delivered
webhook-failed = Failed

# A box to tick: all events.
webhook-events-all = All

# What an event is about, above its kinds.
events-message = Message
events-conversation = Conversation
events-phone-number = Phone number

# A run of an automation.
events-execution = Execution

# Of a message.
event-message-received = Received
event-message-sent = Sent
event-message-delivered = Delivered
event-message-read = Read
event-message-failed = Failed

# Of a conversation.
event-conversation-created = Created
event-conversation-ended = Ended
event-conversation-inactive = Inactive

# Of a phone number.
event-number-created = Created
event-number-deleted = Deleted

# Of a run of an automation.
event-execution-handoff = Handoff
event-execution-failed = Failed
deliveries-title = Deliveries
deliveries-text = What this webhook was told, for as long as it is kept.
deliveries-refresh = Refresh
deliveries-none = Nothing here
deliveries-none-why = A test, or the next event, shows here within a second.

# A choice: deliveries of any outcome.
deliveries-all = All

# Of what a webhook is told.
delivery-state-pending = Pending
delivery-state-delivered = Delivered
delivery-state-failed = Failed

# $count (Number): how often it was tried
delivery-tries = { $count ->
    [one] { $count } try
   *[other] { $count } tries
}

# What the program answered.
# $status (Words): as in 200
delivery-http = HTTP { $status }

# $moment (Words): 12 Jan 2024, 09:41
delivery-made = Made { $moment }

# $moment (Words): 12 Jan 2024, 09:41
# $next (Words): in 2 minutes
delivery-made-due = Made { $moment }, tried again { $next }

# $moment (Words): 12 Jan 2024, 09:41
# $arrived (Words): 12 Jan 2024, 09:42
delivery-made-arrived = Made { $moment }, delivered { $arrived }

# Read aloud: what was sent.
delivery-body = Body

# A button: sends the same once more.
delivery-replay = Replay
delivery-replayed = It is sent again

## Members

members-text = Who works in this project's inbox, and who looks after it.

# A button.
members-invite = Invite
members-invite-title = Invite somebody

# Beside one's own name.
members-you = You

# Read aloud: a list of roles.
# $name (Text): a member
member-role-of = Role of { $name }
member-role-hint = Members work in the inbox. Owners do that and everything here.
member-remove = Remove
member-removing = Removing…
member-removed = Removed

# $name (Text): a member
member-remove-ask = Remove { $name }?
member-remove-means = They can no longer open this project. What they wrote stays, and what is assigned to them is free again. An invitation brings them back.
invitations = Invitations

# Read aloud after "Withdraw".
# $email (Text): an address
invitation-of = the invitation of { $email }
invitation-withdraw = Withdraw
invitation-withdrawn = Withdrawn
invitation-create = Create invitation
invitation-ready = The invitation is ready
invitation-once = This is shown once, and Oriel sends no mail: give the link to that person yourself.

# $email (Text): an address
invitation-link = Link for { $email }

## API keys

keys-page-text = With a key a program may do in this project what an owner may: create embeds, connect numbers, send messages.

# A button.
keys-new = New key
keys-new-title = New API key
keys-none = No keys
keys-none-why = Create one for the program that is to make embeds or to write messages.
keys-first = Create the first

# A column: how a key begins.
key-column = Key
key-name-example = CRM backend
key-name-hint = Which program uses it.
key-create = Create key
key-ready = The key is ready
key-once = This is shown once. Copy it now: Oriel keeps only a fingerprint and cannot show it again.
key-text = API key, for the header X-API-Key

# Of a key.
key-revoked = Revoked
key-revoke-means = Programs that use this key are refused from now on. This cannot be undone.

## Who did what

activity-text = What people and programs changed in this project.
activity-none = Nothing has happened yet
activity-none-why = Embeds, numbers, keys and members: what is done to them is kept here.

# A mark before the line of a program, which has an API key.
activity-program = API key

# What somebody is invited as, or became.
# $role (Words): Owner or Member
activity-role = as { $role }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-project-created = { $actor } created the project { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-embed-created = { $actor } created the embed { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-embed-changed = { $actor } changed the embed { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-embed-rotated = { $actor } rotated the token of the embed { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-embed-revoked = { $actor } revoked the embed { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-number-connected = { $actor } connected the number { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-number-changed = { $actor } changed the number { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-number-disconnected = { $actor } disconnected the number { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-customer-created = { $actor } added the customer { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-customer-changed = { $actor } changed the customer { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-customer-deleted = { $actor } deleted the customer { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-key-created = { $actor } created the API key { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-key-revoked = { $actor } revoked the API key { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-reply-created = { $actor } added the saved reply { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-reply-changed = { $actor } changed the saved reply { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-reply-deleted = { $actor } deleted the saved reply { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-invited = { $actor } invited { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-invitation-withdrawn = { $actor } withdrew the invitation of { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-joined = { $actor } joined as { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-role-changed = { $actor } changed the role of { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-member-removed = { $actor } removed { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-webhook-created = { $actor } created the webhook { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-webhook-changed = { $actor } changed the webhook { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-webhook-deleted = { $actor } deleted the webhook { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-workflow-created = { $actor } registered the workflow { $target }

# $actor (Words): a person or a program
# $target (Words): what it was done to, by its name
deed-workflow-changed = { $actor } changed the workflow { $target }
