### The inbox. Each text is a whole sentence or label: please do not make sentences out of several.
### A text with a number needs all forms of your language; the build names those that are missing.
### The variables of a text stand in the note above it, here in English only.

## Numbers

# The ten digits, 0 first.
number-digits = 0123456789
# Between thousands: 12,345
number-group = ,
# Before tenths: 6.5
number-decimal = .
# How many digits a number has from which thousands are set apart: 4 (1,234) or 5 (1234, but 12,345).
number-grouped-from = 4

## The page

page-title = Inbox
page-not-alive = This page could not be loaded completely. Reload it to go on.

## The middle of the screen

back-to-list = Back to the list
try-again = Try again
screen-gone = This conversation is not here any more
screen-gone-why = It may have been assigned to somebody else.
screen-not-loaded = The conversation could not be loaded
screen-loading = Loading the conversation
screen-choose = Choose a conversation
# Below "Choose a conversation".
# $count (Number): conversations on the list that have unread messages
screen-unread = { $count ->
    [0] Everything on this list is read.
    [one] One conversation on this list has unread messages.
   *[other] { $count } conversations on this list have unread messages.
}
screen-ended = Access ended
screen-revoked = This access was revoked
screen-expired = This access has expired
screen-ended-advice = Ask whoever gave you access for a new link.
screen-failed = The inbox could not be loaded

## Words in many places

close = Close
cancel = Cancel
save = Save
back = Back
send = Send
copy = Copy
copied = Copied
copy-by-hand = Selected. Press Ctrl+C, or ⌘C, to copy.
load-more = Load more

# A part of the page that is downloaded when it is first needed.
not-loaded = This could not be loaded. Is there a connection?

## What can go wrong

problem-access = This link is not valid any more.
problem-not-here = not available in the embedded inbox
problem-not-found = Not found.
problem-server = The server cannot do this right now. Try again in a moment.
problem-offline = The server could not be reached.

## Time

# Twelve names with commas between them, as they stand in dates. The commas are never shown.
date-months = January, February, March, April, May, June, July, August, September, October, November, December

# The same in short.
date-months-short = Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec

# Seven names, Monday first.
date-weekdays = Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday

# The same in short.
date-weekdays-short = Mon, Tue, Wed, Thu, Fri, Sat, Sun
date-today = Today
date-yesterday = Yesterday

# 12 January
# $day (Words): 12
# $month (Words): the name of the month
date-day = { $day } { $month }

# 12 January 2024
# $day (Words): 12
# $month (Words): the name of the month
# $year (Words): 2024
date-day-year = { $day } { $month } { $year }

# 12 Jan
# $day (Words): 12
# $month (Words): the name of the month
date-short = { $day } { $month }

# 12 Jan 2024
# $day (Words): 12
# $month (Words): the name of the month
# $year (Words): 2024
date-short-year = { $day } { $month } { $year }

# 12 Jan 2024, 09:41
# $date (Words): 12 Jan 2024
# $time (Words): 09:41
date-full = { $date }, { $time }

# From a moment or day to another.
# $from (Words): 12 Jan 2024
# $to (Words): 14 Jan 2024
date-span = { $from } – { $to }

# The time of day. Take what your language uses: 24 hours, or 12 with $half.
# $hours (Words, optional): 09 or 21
# $hour (Words, optional): 9 or 21
# $hour-12 (Words, optional): 9
# $minutes (Words): 41
# $half (Words, optional): the half of the day, see below
clock = { $hours }:{ $minutes }

# The halves of the day, where hours go to 12.
clock-before-noon = AM
clock-after-noon = PM

## Sizes of files

# $size (Number): how many kilobytes
size-kb = { $size } KB

# $size (Words): how many megabytes, as in 6.5
size-mb = { $size } MB

## The list of conversations

list-title = Inbox
list-label = Conversations
list-empty = No conversations yet
list-empty-why = When a customer writes on WhatsApp, it shows here at once.
list-no-match = Nothing matches
list-no-match-why = No conversation and no message fits this search and these filters.
list-clear = Clear filters
list-more = Loading more…

# A row whose answer was begun and not sent.
# $text (Text): what was begun
row-draft = Draft: { $text }

# Which of our numbers the conversation belongs to.
# $number (Text): the name of our number
row-via = via { $number }

# Read aloud at a row of the list.
# $count (Number): unread messages of a conversation
row-unread = { $count ->
    [one] { $count } unread message
   *[other] { $count } unread messages
}

# Beside a row with very many unread messages: 99+
# $count (Number): 99
row-unread-most = { $count }+

## Search and filters

search-names = Search messages, names and phone numbers
search-names-short = Search messages and people
filter-unread = Unread

# Conversations that an automation has handed over to people.
filter-handoff = Handoff
filter-apply = Apply
filter-number = WhatsApp number
filter-all-numbers = All numbers
status = Status

# Of conversations, in the plural: a filter of the list.
status-active = Active
status-ended = Ended
status-all = All

## The theme and the connection

theme = Theme
theme-system = Follow system
theme-light = Light
theme-dark = Dark
live-connecting = Connecting…

# The page hears of everything as it happens.
live = Live
live-lost = Offline, trying again

## Kinds of messages

kind-text = Message
kind-image = Photo
kind-video = Video
kind-audio = Audio
kind-voice = Voice message
kind-document = Document
kind-sticker = Sticker
kind-location = Location
kind-contacts = Contact card
kind-interactive = Reply
kind-button = Button
kind-reaction = Reaction
kind-order = Order
kind-template = Template
kind-system = System message
kind-edit = Edited message
kind-revoke = Deleted message
kind-unsupported = Unsupported message
kind-unknown = Unknown message

## What WhatsApp tells of itself, and what it does not pass on

notice-number-changed = The customer changed their number.
# $phone (Text): the new number
notice-number-changed-to = The customer changed their number to { $phone }.
notice-id-changed = The customer's WhatsApp id has changed.
notice-security-changed = The customer's security code has changed: it may be a new phone.
notice-on-phone = WhatsApp could not pass this message on. It can be read on the phone.
notice-too-large = A file that WhatsApp could not pass on: it may be too large.
notice-poll = A poll, which WhatsApp does not pass on to businesses.
notice-vote = A vote in a poll, which WhatsApp does not pass on to businesses.
notice-edit = An edited message, which WhatsApp does not pass on to businesses.
notice-pin = A pinned message, which WhatsApp does not pass on to businesses.
notice-kept = A kept message, which WhatsApp does not pass on to businesses.
notice-group-invite = An invitation to a group, which WhatsApp does not pass on to businesses.
notice-gif = A GIF, which WhatsApp does not pass on to businesses.
notice-link = A link, which WhatsApp does not pass on to businesses.
notice-product = A product, which WhatsApp does not pass on to businesses.
notice-event = An event, which WhatsApp does not pass on to businesses.
notice-photo = A photo, which WhatsApp does not pass on to businesses.
notice-video = A video, which WhatsApp does not pass on to businesses.
notice-buttons = A message with buttons, which WhatsApp does not pass on to businesses.
notice-location = A location, which WhatsApp does not pass on to businesses.
notice-order = An order, which WhatsApp does not pass on to businesses.
notice-reaction = A reaction, which WhatsApp does not pass on to businesses.
answer-yes = Yes
answer-no = No

## How far a message has come

delivery-queued = Waiting to be sent
delivery-sending = Sending
delivery-sent = Sent
delivery-delivered = Delivered
delivery-read = Read
delivery-played = Played
delivery-failed = Failed
delivery-unconfirmed = Unconfirmed

## Who replies

automation-replying = Automation is replying
automation-waiting = Waiting for a person
automation-failed = Automation failed
automation-taken-over = A person has taken over
automation-failed-advice = The automation has failed. You can reply yourself.

# A button: a person takes over from the automation.
automation-hand-off = Handoff
automation-handing-off = Handing off…

# A button: the automation goes on.
automation-resume = Resume
automation-resuming = Resuming…
automation-none = No automation has worked on this conversation.

# What an automation is doing in a conversation.
run-running = Running
run-waiting = Waiting for the customer
run-handoff = Handed off to a person
run-ended = Ended
run-failed = Failed

## What is found in messages

found-ended-too = Search ended conversations too
found-title = Messages
found-searching = Searching messages

# A button below the people whose names match; messages stand below it.
found-people = More conversations

# A button below the newest hits of a conversation.
found-rest = More in this conversation
found-looking = Looking further back…
found-further = Look further back

# In front of a hit in a message of ours.
found-you = You:

find = Search in this conversation
find-words = Words to look for in this conversation
find-searching = Searching…
find-nothing = Nothing found

# $nth (Number): which of the hits is shown, counted from the newest
# $count (Number): how many there are
find-count = { $nth } of { $count }

# There are very many.
# $nth (Number): which of the hits is shown
# $count (Number): the hits that are told
find-count-most = { $nth } of more than { $count }
find-older = Older hit
find-newer = Newer hit
find-day = Jump to a date
find-close = Close search
thread-later = Show newer messages

## The thread

thread-label = Messages
thread-newest = To the newest message

# Messages that came since somebody looked: above the first of them, and on the button that leads to the end.
# $count (Number): how many
thread-news = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}

thread-new-conversation = New conversation
thread-earlier = Loading earlier messages…
thread-end = End
thread-end-title = End this conversation
thread-reopen = Reopen
thread-newer = There is a newer conversation with this customer.
thread-newer-open = Open it

# Above the thread, before the reason: WhatsApp takes nothing from the number.
number-waits = Messages from this number are on hold.

# A link for owners beside it, to the page of the project's numbers.
number-mend = Open Numbers

# Read aloud before a message of the customer.
thread-they = They:

# Read aloud before a message of ours.
thread-you = You:

# Above a quoted message of ours.
quote-you = You
quote-unknown = The original message is not here.

# The arrows of this and the next point to where lines end.
forwarded = ↪ Forwarded
forwarded-often = ↪↪ Forwarded many times
reacted-they = They reacted
reacted-you = You reacted
reacted-failed = Your reaction was not delivered

# Beside the time of a message that was sent with the phone.
meta-phone = from the phone
meta-edited = edited
missed-gone = That message is not here any more.
trouble-unknown = It was not delivered.
trouble-unconfirmed = WhatsApp did not confirm this message.
trouble-unconfirmed-hint = It may have arrived; sending it again may send it twice.
trouble-again = Send again
trouble-delete = Delete
message-deleted = This message was deleted.
message-reaction-back = Took a reaction back from a message that is not here.

# $emoji (Words): an emoji
message-reacted = Reacted { $emoji } to a message that is not here.
message-edited = Changed a message that is not here:
message-revoked = A message was deleted that is not here.
message-unknown = A message of a kind that cannot be shown here.

# $kind (Text): WhatsApp's word for it
message-unknown-kind = A message of a kind that cannot be shown here ({ $kind }).
place-open = Open the map
card-no-name = No name
answers-form = Form
order-title = Order
order-total = Total

# A price, with the sign or the code of its currency.
# $amount (Words): 1,234.50
# $sign (Words): £
price-signed = { $sign }{ $amount }

# $amount (Words): 1,234.50
# $code (Words): CHF
price-coded = { $code } { $amount }
referral-product = Asks about
referral-post = Came from a post
referral-advertisement = Came from an advertisement
file-expired = This file has expired: WhatsApp keeps files for seven days.
file-waiting = Being fetched from WhatsApp…
file-failed = This file could not be fetched from WhatsApp.

# $what (Words): the kind, as in Photo
file-open = Open: { $what }
file-download = Download the document
menu-label = What to do with this message

# $emoji (Words): an emoji
menu-react = React with { $emoji }
menu-react-more = More emoji
menu-reply = Reply
menu-copy = Copy text
menu-copy-failed = The text could not be copied.

## Pictures at full size

picture = Picture
picture-download = Download
picture-before = The one before
picture-next = The next one

## The composer

composer-message = Message
composer-write = Write a message
composer-caption = Add a caption
composer-more = More to send
composer-attach = Attach files
composer-emoji = Emoji
composer-drop = Drop files to attach them

# $length (Number): characters of the text
# $most (Number): how many WhatsApp takes
composer-too-long = { $length } characters are too many, WhatsApp takes { $most }.
composer-nul = It contains a character that cannot be sent.

# $most (Number): how many files fit
# $names (Text): the names of files
composer-left-out = { $most } files go at once. Left out: { $names }

# $name (Text): a customer
replying = Replying to { $name }
replying-self = Replying to yourself
replying-none = Answer no message in particular
emoji-search = Search emoji
emoji-none = No emoji matches.
emoji-recent = Used lately
emoji-smileys = Smileys
emoji-hands = Hands
emoji-hearts = Hearts
emoji-people = People
emoji-nature = Nature
emoji-food = Food
emoji-places = Places
emoji-things = Things
emoji-signs = Signs
blocked-ended = This conversation has ended.
blocked-automation = Automation is replying.
blocked-window = More than 24 hours have passed since the customer last wrote.
blocked-unanswered = The customer has not answered yet: until they do, WhatsApp takes approved templates only.
blocked-group = Groups cannot be answered from here.

# What the server refuses, where one writes.
refused-number = This number is not connected any more.
refused-automation = No automation is at work here any more.
refused-old = WhatsApp takes reactions to messages of the last 30 days only.
refused-early = WhatsApp does not have that message yet. Try again in a moment.
refused-template = This template is not approved any more, or not there.
refused-file = The file is not there any more. Attach it again.
refused-asking = WhatsApp could not be asked. Try again in a moment.

# How long free replies are possible; short, it stands above the field.
# $hours (Number): hours
# $minutes (Number): minutes
window-left = Free replies for { $hours } h { $minutes } min

# $hours (Number): hours
window-left-hours = Free replies for { $hours } h

# $minutes (Number): minutes
window-left-minutes = Free replies for { $minutes } min
window-left-last = Free replies for under a minute
window-closed = Window closed
window-closed-why = The customer wrote more than 24 hours ago. WhatsApp now takes approved templates only.
window-unopened = Free replies are not open yet
window-unopened-why = WhatsApp allows free replies once the customer has written a text or sent a file. Until then it takes approved templates only.

## Files on their way

upload = Upload

# $percent (Number): how far it has come
upload-progress = Uploading { $percent } %

# $percent (Number): how far it has come
upload-then-sent = Uploading { $percent } %, then it is sent
upload-offline = No connection. It goes on when there is one, as long as this page is open.

# $name (Text): a file
upload-remove = Remove { $name }

# $size (Words): 6.0 MB
# $most (Words): 5.0 MB
upload-too-large = { $size } are too many: WhatsApp takes up to { $most }.

# One byte more than $most, or a few.
# $most (Words): 5.0 MB
upload-just-over = The file is just over the limit: WhatsApp takes up to { $most }.
upload-empty = The file is empty.
upload-type = WhatsApp does not take files of this type, not even as a document. It takes JPEG and PNG photos, MP4 and 3GP videos, MP3, AAC, AMR, M4A and OGG audio, WebP stickers, PDF, text and Office documents.
upload-unreadable = The server's answer could not be read.
upload-over-limit = The file is too large.
upload-lost = The page was left before this file had arrived. Attach it again.
upload-refused = The server did not take the file.
upload-unfit = What is in this file is none of what WhatsApp takes, whatever its name says.
upload-slow = The file came too slowly and was given up.
upload-many = Too many files are on their way or wait unsent. Try again in a while.
upload-not-fetched = The file could not be read again, so the message was not sent.

## Voice messages

voice-record = Record a voice message
voice-moment = One moment…
voice-recording = Recording
voice-recorded = Recorded
voice-level = Level
voice-stop = Stop
voice-throw-away = Throw the recording away
voice-as-file = This browser cannot record what WhatsApp takes as a voice message: it goes out as an audio file.
voice-nothing = Nothing was recorded.
voice-not-loaded = The recorder could not be loaded. Is there a connection?
voice-host = The page that shows this inbox does not let it use the microphone. Its iframe needs allow="microphone".
voice-denied = The browser was told not to give the microphone to this page. Allow it in the address bar and try again.
voice-no-microphone = No microphone was found.
voice-busy = Another program holds the microphone.
voice-unable = This browser does not record here. Microphones need a page over https.

## Saved replies

saved = Saved replies
saved-loading = Loading saved replies…
saved-none = No replies are saved yet. Owners keep them on the dashboard.
saved-no-match = No saved reply matches.

# $why (Words): a sentence
saved-not-loaded = Saved replies could not be loaded. { $why }
is-there-a-connection = Is there a connection?

## Forms that make a message

sheet-template = Template
sheet-buttons = Buttons
sheet-list = List
sheet-link = Link button
sheet-form = Form
sheet-ask-place = Ask for location
sheet-ask-contact = Ask for phone number
sheet-place = Location
sheet-card = Contact card
sheet-no-forms = This number has no published forms.

# $label (Words): a field, as in Button 2
ask-up = Move { $label } up

# $label (Words): a field, as in Button 2
ask-remove = Remove { $label }
ask-name = Name
ask-place-name = Place
ask-text = Text
ask-footer = Footer (optional)
ask-header = Header
ask-header-none = None
ask-header-text = Text of the header
ask-file = File

# $number (Number): 1, 2, 3
ask-button = Button { $number }
ask-button-add = Add button

# $most (Number): 3
ask-button-most = No more than { $most } buttons
ask-button-text = Text of the button
ask-button-list = Button that opens the list

# $number (Number): 1, 2, 3
ask-section = Section { $number }

# $number (Number): 1, 2, 3
ask-section-optional = Section { $number } (optional)
ask-section-add = Add section

# $number (Number): 1, 2, 3
ask-row = Row { $number }
ask-row-add = Add row

# $most (Number): 10
ask-row-most = No more than { $most } rows in all
ask-description = Description (optional)
ask-address = Address
ask-form = Form
ask-form-choose = Choose a form
ask-latitude = Latitude
ask-longitude = Longitude
ask-company = Company (optional)
ask-phone = Phone
ask-phone-add = Add phone
ask-email = Email
ask-email-add = Add email
ask-website = Website
ask-website-add = Add website
ask-place-note = A button below it lets the customer share where they are.
ask-contact-note = A button below it lets the customer share their phone number.

# Examples in empty fields.
example-place = Where should we deliver it?
example-contact = At which number can we call you?
example-list = See options
example-link = Track the parcel
example-form = Fill in
example-shop = Our shop
example-street = 12 Harbour Street
example-person = Ana Costa

# Stand in the preview until something is typed.
seen-name = Name
seen-text = Your text
seen-header = Header
seen-row = Row
seen-button = Button
seen-place = Location
seen-send-place = Send location
seen-share-number = Share phone number

## What is wrong in a form

flaw-empty = Write something

# $length (Number): characters
# $most (Number): how many WhatsApp takes
flaw-long = { $length } characters are too many, WhatsApp takes { $most }
flaw-nul = It contains a character that cannot be sent
flaw-same-button = Another button says the same
flaw-link = An address that begins with https:// or http://

# $most (Number): 10
flaw-rows = One to { $most } rows in all
flaw-blank = No new lines, tabs or five spaces in a row
flaw-other = WhatsApp does not take it so
flaw-file = Choose a file
flaw-file-wait = Choose a file, and wait until it is there

# $most (Number): 90 or 180
flaw-degrees = A number from -{ $most } to { $most }
flaw-reach = Something to reach them by

## Templates

templates-choose = Choose a template
templates-search = Search templates
templates-refresh = Ask WhatsApp again
templates-asking = Asking for templates…

# $when (Words): 09:41, Yesterday or 12 Jan
templates-as-of = As of { $when }
templates-no-match = No template matches.
templates-none = This number has no approved templates yet. They are made in WhatsApp Manager.
templates-no-variables = This template has no variables.

# $name (Words): its number in the template
templates-variable = Variable { $name }

# $what (Words): a variable
templates-in-header = { $what } (header)

# $button (Text): the title of a button
templates-address-end = End of the address of “{ $button }”
templates-code = Code to copy

# WhatsApp's categories of templates.
templates-marketing = Marketing
templates-utility = Utility
templates-authentication = Authentication

## Details

details = Details
details-close = Close details
details-info = Info
details-files = Files
details-automation = Automation
details-metadata = Metadata
details-others = Other conversations
fact-phone = Phone
fact-username = Username
fact-whatsapp-name = WhatsApp name
fact-user-id = User ID
fact-other-phone = Another phone
fact-other-user-id = Another user ID
fact-parent-id = Parent ID
fact-group-id = Group ID
fact-writes-to = Inbox number
fact-first-wrote = First message
fact-status = Status

# $what (Words): the name of a fact, as in Phone
fact-copy = Copy: { $what }
fact-not-copied = The browser does not let this page copy. Select the text instead.

# Of one conversation.
standing-active = Active
standing-ended = Ended

# Of an earlier conversation.
# $count (Number): its messages
chapter-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
name-label = Name
name-change = Change the name
name-empty = Empty: the name that they chose themselves.
name-unknown = Unknown contact
name-group = WhatsApp group

# Somebody without name and number.
# $id (Words): the last characters of their id
name-user = User …{ $id }
files-none = Photos, videos and documents of this conversation will be here.
files-loading = Loading files
files-waiting = Being fetched
files-expired = No longer at WhatsApp
files-failed = Could not be fetched

## Why a message was not delivered

failure-window = More than 24 hours have passed since the customer last wrote.
failure-unreachable = WhatsApp could not deliver it: the person may not use WhatsApp or has an old version.
failure-held-back = WhatsApp held it back to keep the chat healthy.
failure-experiment = WhatsApp kept it from this person for an experiment of its own. Sending it again does not help.
failure-opted-out = The person has opted out of marketing messages.
failure-too-many = Too many messages to this person in a short time.
failure-too-fast = The number sends faster than WhatsApp allows.
failure-restricted = WhatsApp has restricted this number because of reported messages.
failure-people-limit = The number has reached the number of people it may write to.
failure-payment = There is a payment problem with the WhatsApp account.
failure-locked = The WhatsApp account is locked.
failure-country = WhatsApp does not allow this business to write to people in that country.
failure-expired = The connection to WhatsApp has expired.
failure-permission = The connection to WhatsApp lacks a permission.
failure-not-set-up = The number is not fully set up at WhatsApp.
failure-test-number = The person is not on the list of test recipients.
failure-itself = The number cannot write to itself.
failure-upload = The file could not be uploaded.
failure-download = WhatsApp could not give the file.
failure-kind = WhatsApp does not know this kind of message.
failure-no-number = This cannot be sent to somebody whose phone number is unknown.
failure-whatsapp = WhatsApp had trouble on its side.
failure-not-accepted = WhatsApp did not accept the message as it is.
failure-template-fields = The template's fields do not fit.
failure-template-language = The template does not exist in this language.
failure-template-long = The template is too long when it is filled in.
failure-template-rules = The template breaks WhatsApp's rules.
failure-template-stopped = WhatsApp has stopped the template for its quality.
failure-form-stopped = WhatsApp has stopped the form.
failure-security-code = The person's security code has changed.
failure-disconnected = This number was disconnected before the message was sent.
failure-waited = It waited too long for the connection to WhatsApp.
failure-file-gone = The file of this message is not here any more.
failure-no-answer = WhatsApp could not be reached.

# What can be done about it.
hint-later = Try again in a while.
hint-tomorrow = Try again tomorrow at the earliest.
hint-admin = An admin must look at the WhatsApp account.
hint-template = Send a template, or wait until they write.
hint-check-number = Check the number, or reach them another way.
hint-no-more = Send no more of them.
hint-quality = Look at its quality in the WhatsApp Manager.
hint-reconnect = An admin must reconnect the number.
hint-test-number = An admin can add them there.
hint-another-format = Try another format or a smaller file.
hint-ask-again = Ask them to send it again.
hint-ask-number = Ask for their number.
hint-fill-anew = Fill them in anew.
hint-choose-another = Choose another.
hint-shorten = Shorten what goes into it.
hint-make-sure = Make sure that it is them.

## What the server refuses

refused-newer = A newer conversation with this contact is active.
refused-far = That message lies too far back to jump to.
refused-too-many = Too much at once. Try again in a moment.
refused-changed = That is not possible any more: the state has changed meanwhile.

# $why (Text): the reason, in English
refused-other = The server refused this: { $why }

## Pages without an inbox

notice-access = This inbox link is not valid
notice-access-why = It may have expired or been revoked. Ask whoever gave you access for a new one.
notice-nothing = There is nothing here
notice-nothing-why = The address may be incomplete.
notice-unavailable = The inbox is not available right now
notice-unavailable-why = Reload the page in a moment.

# What an automation did, in the order in which it did it. What is not here is shown as it is called.
step-started = Automation started
step-handed-off = Handed off to a person
step-resumed = Resumed
step-answered = The customer answered
step-ended = Automation ended
step-failed = Automation failed
step-waiting = Waiting for the customer
step-continued = Going on
step-by-person = A person took over in the inbox.
step-by-person-back = A person gave the conversation back in the inbox.
run-no-reason = It gave no reason.

## The team's own inbox

# $name (Text): the person who is signed in
team-account-of = Account of { $name }
team-owner = Owner
team-member = Member
team-projects = Projects
team-settings = Settings
team-your-account = Your account
team-sign-out = Sign out
bell = Notifications
bell-on = Notifications are on
bell-off = Notifications are off
bell-blocked = Your browser blocks notifications of this site. Allow them in its settings, then press the bell again.
bell-missing = This browser has no notifications for pages.
bell-message = New message
holder = Assigned to

# $name (Text): somebody of the team
holder-is = Assigned to { $name }
holder-none = Unassigned

# $name (Text): the person who reads this
holder-you = { $name } (you)
holder-gone = Somebody else
holder-filter = Assignee

# A choice of the list: whose conversations.
holder-filter-all = Any assignee
holder-filter-mine = Mine
holder-take = Assign to me
holder-leave = Unassign
holder-section = Assignment

# $count (Number): in whose hands it was, how often
holder-past = { $count ->
    [one] One assignment so far
   *[other] { $count } assignments so far
}

# $name (Text): who did it
holder-by = Assigned by { $name }
holder-by-program = Assigned by a program

# $moment (Words): Today, 09:41
date-since = Since { $moment }
notes = Notes
notes-whose = Only your team sees this.
note = Note
note-new = New note
note-add = Add note
note-write = Write a note…

# $moment (Words): Today, 09:41
note-edited = { $moment }, edited
note-edit = Edit note
note-delete = Delete note
note-delete-ask = Delete this note for everybody?
note-keep = Keep
signed-out = You are signed out
signed-out-why = Sign in again to go on where you were. What you have begun to write is kept in this tab.
sign-in = Sign in
start-title = New conversation

# The number that writes.
start-from = From

# The phone number that is written to.
start-to = To

# $phone (Text): +46 70 123 45 67
start-will-write = WhatsApp will write to { $phone }.
start-country = With the country code first.
start-no-number = No WhatsApp number is connected yet. An owner connects one in the settings.
start-not-a-number = Only digits, spaces and a plus stand in a phone number.
start-no-country = Begin with the country code, as in +46, and no zero.
start-too-long = No phone number is that long.
start-empty = Write the phone number to write to.
start-too-short = This phone number is too short.
start-starting = Starting…
start-go = Start conversation

display = Display
display-rows = Rows
display-cozy = Cozy
display-compact = Compact
display-enter = Enter key
display-enter-sends = Sends
display-enter-line = Begins a new line
keys-title = Keyboard shortcuts
keys-switch = Single-key shortcuts, while you are not writing
keys-off = Whoever set this inbox up has switched single keys off here.
keys-next = Open the next conversation
keys-previous = Open the previous conversation
keys-reply = Write an answer
keys-end = End the conversation, or reopen it
keys-search = Search
keys-search-writing = Search, also while you write
keys-help = Show this list
keys-walk = Walk through the list
keys-ends = The first and the last row of the list
keys-enter = Open the row, or send what you wrote
keys-enter-line = Open the row, or begin a new line
keys-send = Send what you wrote
keys-line = A new line
keys-bold = Bold, and Ctrl I for italics
keys-back = Close what is open, then back to the list
keys-first-next = the next one
keys-first-search = search
keys-first-all = all shortcuts
keys-thread = Conversation
keys-ended = Conversation ended.
keys-reopened = Conversation reopened.
keys-undo = Undo
trouble-edit = Edit
broken-title = Something broke
broken-why = This page stopped working. Reload it to go on: what you were writing is kept.
broken-reload = Reload
request-copy = Copy

# $id (Text): by what an operator finds a request in the log
request-id = Request { $id }

# What came in is read aloud.
# $name (Text): who wrote
# $text (Text): what they wrote
away-said = { $name }: { $text }

# $count (Number): messages that wait to be sent
away-offline = { $count ->
    [0] Offline. What you write is sent when you are back.
    [one] Offline. { $count } message will be sent when you are back.
   *[other] Offline. { $count } messages will be sent when you are back.
}

# $count (Number): messages that came while the page was offline
away-caught = { $count ->
    [0] Caught up
    [one] Caught up, { $count } new
   *[other] Caught up, { $count } new
}
