### صندوق الوارد

## الأرقام

number-digits = ٠١٢٣٤٥٦٧٨٩
number-group = ٬
number-decimal = ٫
number-grouped-from = 4

## الصفحة

page-title = صندوق الوارد
page-not-alive = تعذّر تحميل هذه الصفحة بالكامل. أعد تحميلها للمتابعة.

## وسط الشاشة

back-to-list = العودة إلى القائمة
try-again = إعادة المحاولة
screen-gone = لم تعد هذه المحادثة هنا
screen-gone-why = ربما أُسندت إلى شخص آخر.
screen-not-loaded = تعذّر تحميل المحادثة
screen-loading = جارٍ تحميل المحادثة
screen-choose = اختر محادثة
screen-unread = { $count ->
    [zero] كل ما في هذه القائمة مقروء.
    [one] محادثة واحدة في هذه القائمة فيها رسائل غير مقروءة.
    [two] محادثتان في هذه القائمة فيهما رسائل غير مقروءة.
    [few] { $count } محادثات في هذه القائمة فيها رسائل غير مقروءة.
    [many] { $count } محادثة في هذه القائمة فيها رسائل غير مقروءة.
   *[other] { $count } محادثة في هذه القائمة فيها رسائل غير مقروءة.
}
screen-ended = انتهى الوصول
screen-revoked = أُلغي هذا الوصول
screen-expired = انتهت صلاحية هذا الوصول
screen-ended-advice = اطلب رابطًا جديدًا ممن منحك الوصول.
screen-failed = تعذّر تحميل صندوق الوارد

## كلمات في أماكن كثيرة

close = إغلاق
cancel = إلغاء
save = حفظ
back = رجوع
send = إرسال
copy = نسخ
copied = تم النسخ
copy-by-hand = تم التحديد. اضغط Ctrl+C أو ⌘C للنسخ.
load-more = تحميل المزيد
not-loaded = تعذّر التحميل. هل يوجد اتصال؟

## ما قد يسوء

problem-access = لم يعد هذا الرابط صالحًا.
problem-not-here = هذا غير متاح في صندوق الوارد هذا.
problem-not-found = لم يعد موجودًا هنا.
problem-server = لا يستطيع الخادم فعل ذلك الآن. حاول مجددًا بعد قليل.
problem-offline = تعذّر الوصول إلى الخادم.

## الوقت

date-months = يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر
date-months-short = يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر
date-weekdays = الاثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد
date-weekdays-short = الاثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد
date-today = اليوم
date-yesterday = أمس
date-day = { $day } { $month }
date-day-year = { $day } { $month } { $year }
date-short = { $day } { $month }
date-short-year = { $day } { $month } { $year }
date-full = { $date }، { $time }
date-span = { $from } – { $to }
clock = { $hour-12 }:{ $minutes } { $half }
clock-before-noon = ص
clock-after-noon = م

## أحجام الملفات

size-kb = { $size } ك.ب
size-mb = { $size } م.ب

## قائمة المحادثات

list-title = صندوق الوارد
list-label = المحادثات
list-empty = لا محادثات بعد
list-empty-why = عندما يكتب عميل على واتساب، يظهر ذلك هنا فورًا.
list-no-match = لا نتائج مطابقة
list-no-match-why = لا توجد محادثة ولا رسالة تطابق هذا البحث وهذه المرشحات.
list-clear = مسح المرشحات
list-more = جارٍ تحميل المزيد…
row-draft = مسودة: { $text }
row-via = عبر { $number }
row-unread = { $count ->
    [zero] لا رسائل غير مقروءة
    [one] رسالة واحدة غير مقروءة
    [two] رسالتان غير مقروءتين
    [few] { $count } رسائل غير مقروءة
    [many] { $count } رسالة غير مقروءة
   *[other] { $count } رسالة غير مقروءة
}
row-unread-most = +{ $count }

## البحث والمرشحات

search-names = البحث في الرسائل والأسماء وأرقام الهواتف
search-names-short = البحث في الرسائل والأشخاص
filter-unread = غير مقروءة
filter-handoff = تسليم
filter-apply = تطبيق
filter-number = رقم واتساب
filter-all-numbers = كل الأرقام
status = الحالة
status-active = نشطة
status-ended = منتهية
status-all = الكل

## المظهر والاتصال

theme = المظهر
theme-system = حسب النظام
theme-light = فاتح
theme-dark = داكن
live-connecting = جارٍ الاتصال…
live = متصل
live-lost = غير متصل، تُعاد المحاولة

## أنواع الرسائل

kind-text = رسالة
kind-image = صورة
kind-video = فيديو
kind-audio = ملف صوتي
kind-voice = رسالة صوتية
kind-document = مستند
kind-sticker = ملصق
kind-location = موقع
kind-contacts = بطاقة جهة اتصال
kind-interactive = رد
kind-button = زر
kind-reaction = تفاعل
kind-order = طلب
kind-template = قالب
kind-system = رسالة نظام
kind-edit = رسالة معدّلة
kind-revoke = رسالة محذوفة
kind-unsupported = رسالة غير مدعومة
kind-unknown = رسالة غير معروفة

## ما يقوله واتساب بنفسه، وما لا يمرّره

notice-number-changed = غيّر العميل رقمه.
notice-number-changed-to = غيّر العميل رقمه إلى { $phone }.
notice-id-changed = تغيّر معرّف العميل في واتساب.
notice-security-changed = تغيّر رمز أمان العميل: قد يكون لديه هاتف جديد.
notice-on-phone = تعذّر على واتساب تمرير هذه الرسالة. يمكن قراءتها على الهاتف.
notice-too-large = ملف تعذّر على واتساب تمريره: قد يكون كبيرًا جدًا.
notice-poll = استطلاع لا يمرّره واتساب إلى الشركات.
notice-vote = تصويت في استطلاع لا يمرّره واتساب إلى الشركات.
notice-edit = رسالة معدّلة لا يمرّرها واتساب إلى الشركات.
notice-pin = رسالة مثبّتة لا يمرّرها واتساب إلى الشركات.
notice-kept = رسالة محفوظة لا يمرّرها واتساب إلى الشركات.
notice-group-invite = دعوة إلى مجموعة لا يمرّرها واتساب إلى الشركات.
notice-gif = صورة متحركة لا يمرّرها واتساب إلى الشركات.
notice-link = رابط لا يمرّره واتساب إلى الشركات.
notice-product = منتج لا يمرّره واتساب إلى الشركات.
notice-event = حدث لا يمرّره واتساب إلى الشركات.
notice-photo = صورة لا يمرّرها واتساب إلى الشركات.
notice-video = فيديو لا يمرّره واتساب إلى الشركات.
notice-buttons = رسالة بأزرار لا يمرّرها واتساب إلى الشركات.
notice-location = موقع لا يمرّره واتساب إلى الشركات.
notice-order = طلب لا يمرّره واتساب إلى الشركات.
notice-reaction = تفاعل لا يمرّره واتساب إلى الشركات.
answer-yes = نعم
answer-no = لا

## إلى أين وصلت الرسالة

delivery-queued = في انتظار الإرسال
delivery-sending = جارٍ الإرسال
delivery-sent = أُرسلت
delivery-delivered = سُلّمت
delivery-read = قُرئت
delivery-played = تم الاستماع
delivery-failed = فشل الإرسال
delivery-unconfirmed = غير مؤكدة

## من يردّ

automation-replying = الرد الآلي يعمل الآن
automation-waiting = بانتظار شخص
automation-failed = فشل الرد الآلي
automation-taken-over = تولّى شخص الرد
automation-failed-advice = فشل الرد الآلي. يمكنك الرد بنفسك.
automation-hand-off = تسليم
automation-handing-off = جارٍ التسليم…
automation-resume = استئناف
automation-resuming = جارٍ الاستئناف…
automation-none = لم يعمل أي رد آلي في هذه المحادثة.
run-running = قيد التشغيل
run-waiting = بانتظار العميل
run-handoff = سُلّمت إلى شخص
run-ended = انتهت
run-failed = فشلت

## ما يُعثر عليه في الرسائل

found-ended-too = البحث في المحادثات المنتهية أيضًا
found-title = الرسائل
found-searching = جارٍ البحث في الرسائل
found-people = المزيد من المحادثات
found-rest = المزيد في هذه المحادثة
found-looking = جارٍ البحث في رسائل أقدم…
found-further = البحث في رسائل أقدم
found-you = أنت:
find = البحث في هذه المحادثة
find-words = الكلمات المطلوبة في هذه المحادثة
find-searching = جارٍ البحث…
find-nothing = لم يُعثر على شيء
find-count = { $nth } من { $count }
find-count-most = { $nth } من أكثر من { $count }
find-older = نتيجة أقدم
find-newer = نتيجة أحدث
find-day = الانتقال إلى تاريخ
find-close = إغلاق البحث
thread-later = إظهار الرسائل الأحدث

## سلسلة الرسائل

thread-label = الرسائل
thread-newest = إلى أحدث رسالة
thread-news = { $count ->
    [zero] لا رسائل جديدة
    [one] رسالة جديدة واحدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
    [many] { $count } رسالة جديدة
   *[other] { $count } رسالة جديدة
}
thread-new-conversation = محادثة جديدة
thread-earlier = جارٍ تحميل رسائل أقدم…
thread-end = إنهاء
thread-end-title = إنهاء هذه المحادثة
thread-reopen = إعادة فتح
thread-newer = توجد محادثة أحدث مع هذا العميل.
thread-newer-open = فتحها
number-waits = رسائل هذا الرقم في الانتظار.
number-mend = فتح الأرقام
thread-they = هم:
thread-you = أنت:
quote-you = أنت
quote-unknown = الرسالة الأصلية ليست هنا.
forwarded = ↩ أُعيد توجيهها
forwarded-often = ↩↩ أُعيد توجيهها مرات كثيرة
reacted-they = تفاعل العميل
reacted-you = تفاعلت أنت
reacted-failed = لم يصل تفاعلك
meta-phone = من الهاتف
meta-edited = معدّلة
missed-gone = لم تعد تلك الرسالة هنا.
trouble-unknown = لم تُسلَّم.
trouble-unconfirmed = لم يؤكد واتساب هذه الرسالة.
trouble-unconfirmed-hint = ربما وصلت؛ وإعادة إرسالها قد ترسلها مرتين.
trouble-again = إعادة الإرسال
trouble-delete = حذف
message-deleted = حُذفت هذه الرسالة.
message-reaction-back = سُحب تفاعل من رسالة ليست هنا.
message-reacted = تفاعل بـ { $emoji } مع رسالة ليست هنا.
message-edited = غُيّرت رسالة ليست هنا:
message-revoked = حُذفت رسالة ليست هنا.
message-unknown = رسالة من نوع لا يمكن عرضه هنا.
message-unknown-kind = رسالة من نوع لا يمكن عرضه هنا ({ $kind }).
place-open = فتح الخريطة
card-no-name = بلا اسم
answers-form = نموذج
order-title = طلب
order-total = المجموع
price-signed = ‏{ $amount } { $sign }
price-coded = ‏{ $amount } { $code }
referral-product = يسأل عن
referral-post = جاء من منشور
referral-advertisement = جاء من إعلان
file-expired = انتهت صلاحية هذا الملف: يحتفظ واتساب بالملفات سبعة أيام.
file-waiting = جارٍ جلبه من واتساب…
file-failed = تعذّر جلب هذا الملف من واتساب.
file-open = فتح: { $what }
file-download = تنزيل المستند
menu-label = إجراءات هذه الرسالة
menu-react = التفاعل بـ { $emoji }
menu-react-more = رموز أخرى
menu-reply = رد
menu-copy = نسخ النص
menu-copy-failed = تعذّر نسخ النص.

## الصور بالحجم الكامل

picture = صورة
picture-download = تنزيل
picture-before = السابقة
picture-next = التالية

## محرّر الرسائل

composer-message = رسالة
composer-write = اكتب رسالة
composer-caption = أضف تعليقًا
composer-more = إرسال المزيد
composer-attach = إرفاق ملفات
composer-emoji = رموز تعبيرية
composer-drop = أفلت الملفات لإرفاقها
composer-too-long = { $length } حرفًا أكثر مما يسمح به واتساب، والحد { $most }.
composer-nul = يحتوي على حرف لا يمكن إرساله.
composer-left-out = يمكن إرفاق { $most } ملفات معًا. لم يُرفق: { $names }
replying = رد على { $name }
replying-self = رد على رسالتك
replying-none = عدم الرد على رسالة بعينها
emoji-search = البحث في الرموز
emoji-none = لا يوجد رمز مطابق.
emoji-recent = المستخدمة مؤخرًا
emoji-smileys = وجوه
emoji-hands = أيدٍ
emoji-hearts = قلوب
emoji-people = أشخاص
emoji-nature = طبيعة
emoji-food = طعام
emoji-places = أماكن
emoji-things = أشياء
emoji-signs = علامات
blocked-ended = انتهت هذه المحادثة.
blocked-automation = الرد الآلي يعمل الآن.
blocked-window = مضى أكثر من 24 ساعة على آخر رسالة من العميل.
blocked-unanswered = لم يردّ العميل بعد: حتى يردّ، لا يقبل واتساب إلا القوالب المعتمدة.
blocked-group = لا يمكن الرد على المجموعات من هنا.
refused-number = لم يعد هذا الرقم متصلًا.
refused-automation = لم تعد هناك أتمتة تعمل هنا.
refused-old = لا يقبل واتساب التفاعلات إلا مع رسائل آخر 30 يومًا.
refused-early = ليست هذه الرسالة لدى واتساب بعد. حاول مجددًا بعد لحظات.
refused-template = لم يعد هذا القالب معتمدًا أو لم يعد موجودًا.
refused-file = لم يعد الملف موجودًا. أرفقه من جديد.
refused-asking = تعذّر سؤال واتساب. حاول مجددًا بعد لحظات.
window-left = الرد متاح لمدة { $hours } س { $minutes } د
window-left-hours = الرد متاح لمدة { $hours } س
window-left-minutes = الرد متاح لمدة { $minutes } د
window-left-last = الرد متاح لأقل من دقيقة
window-closed = انتهت مهلة الرد
window-closed-why = كتب العميل قبل أكثر من 24 ساعة. لا يقبل واتساب الآن إلا القوالب المعتمدة.
window-unopened = الردود الحرة غير متاحة بعد
window-unopened-why = يسمح واتساب بالردود الحرة بعد أن يكتب العميل نصًا أو يرسل ملفًا. وحتى ذلك الحين لا يقبل إلا القوالب المعتمدة.

## ملفات في الطريق

upload = رفع الملف
upload-progress = جارٍ الرفع { $percent }٪
upload-then-sent = جارٍ الرفع { $percent }٪ ثم يُرسل
upload-offline = لا يوجد اتصال. يتابع عند عودته ما دامت هذه الصفحة مفتوحة.
upload-remove = إزالة { $name }
upload-too-large = { $size } أكثر من اللازم: يقبل واتساب حتى { $most }.
upload-just-over = يتجاوز الملف الحدّ بقليل جدًا: يقبل واتساب حتى { $most }.
upload-empty = الملف فارغ.
upload-type = لا يقبل واتساب ملفات من هذا النوع، ولا كمستند. يقبل صور JPEG وPNG، وفيديو MP4 و3GP، وصوت MP3 وAAC وAMR وM4A وOGG، وملصقات WebP، ومستندات PDF والنصوص وOffice.
upload-unreadable = تعذّرت قراءة رد الخادم.
upload-over-limit = الملف كبير جدًا.
upload-lost = أُغلقت الصفحة قبل وصول هذا الملف. أرفقه من جديد.
upload-refused = لم يقبل الخادم الملف.
upload-unfit = محتوى هذا الملف ليس مما يقبله واتساب، أيًّا كان اسمه.
upload-slow = كان الملف يصل ببطء شديد فتُرك.
upload-many = هناك ملفات كثيرة في الطريق أو لم تُرسل بعد. حاول مجددًا بعد قليل.
upload-not-fetched = تعذّرت قراءة الملف من جديد، فلم تُرسل الرسالة.

## الرسائل الصوتية

voice-record = تسجيل رسالة صوتية
voice-moment = لحظة…
voice-recording = جارٍ التسجيل
voice-recorded = تم التسجيل
voice-level = المستوى
voice-stop = إيقاف
voice-throw-away = التخلص من التسجيل
voice-as-file = لا يسجّل هذا المتصفح ما يقبله واتساب رسالةً صوتية: سيُرسل كملف صوتي.
voice-nothing = لم يُسجَّل شيء.
voice-not-loaded = تعذّر تحميل المسجّل. هل يوجد اتصال؟
voice-host = الصفحة التي تعرض صندوق الوارد لا تسمح له باستخدام الميكروفون. يحتاج إطارها إلى allow="microphone".
voice-denied = مُنع المتصفح من إعطاء الميكروفون لهذه الصفحة. اسمح به من شريط العنوان وحاول مجددًا.
voice-no-microphone = لم يُعثر على ميكروفون.
voice-busy = برنامج آخر يستخدم الميكروفون.
voice-unable = لا يسجل هذا المتصفح هنا. يحتاج الميكروفون إلى صفحة عبر https.

## الردود المحفوظة

saved = الردود المحفوظة
saved-loading = جارٍ تحميل الردود المحفوظة…
saved-none = لا ردود محفوظة بعد. يديرها المالكون من لوحة التحكم.
saved-no-match = لا يوجد رد محفوظ مطابق.
saved-not-loaded = تعذّر تحميل الردود المحفوظة. { $why }
is-there-a-connection = هل يوجد اتصال؟

## نماذج إنشاء الرسائل

sheet-template = قالب
sheet-buttons = أزرار
sheet-list = قائمة
sheet-link = زر رابط
sheet-form = نموذج
sheet-ask-place = طلب الموقع
sheet-ask-contact = طلب رقم الهاتف
sheet-place = موقع
sheet-card = بطاقة جهة اتصال
sheet-no-forms = لا توجد نماذج منشورة لهذا الرقم.
ask-up = نقل { $label } إلى أعلى
ask-remove = إزالة { $label }
ask-name = الاسم
ask-place-name = المكان
ask-text = النص
ask-footer = التذييل (اختياري)
ask-header = الترويسة
ask-header-none = بدون
ask-header-text = نص الترويسة
ask-file = الملف
ask-button = زر { $number }
ask-button-add = إضافة زر
ask-button-most = لا أكثر من { $most } أزرار
ask-button-text = نص الزر
ask-button-list = الزر الذي يفتح القائمة
ask-section = القسم { $number }
ask-section-optional = القسم { $number } (اختياري)
ask-section-add = إضافة قسم
ask-row = الصف { $number }
ask-row-add = إضافة صف
ask-row-most = لا أكثر من { $most } صفوف في المجموع
ask-description = الوصف (اختياري)
ask-address = العنوان
ask-form = النموذج
ask-form-choose = اختر نموذجًا
ask-latitude = خط العرض
ask-longitude = خط الطول
ask-company = الشركة (اختياري)
ask-phone = الهاتف
ask-phone-add = إضافة هاتف
ask-email = البريد الإلكتروني
ask-email-add = إضافة بريد
ask-website = الموقع الإلكتروني
ask-website-add = إضافة موقع إلكتروني
ask-place-note = زر تحت الرسالة يتيح للعميل مشاركة موقعه.
ask-contact-note = زر تحت الرسالة يتيح للعميل مشاركة رقم هاتفه.
example-place = إلى أين نوصله؟
example-contact = على أي رقم يمكننا الاتصال بك؟
example-list = عرض الخيارات
example-link = تتبّع الطرد
example-form = املأ
example-shop = متجرنا
example-street = 12 شارع الميناء
example-person = سارة أحمد
seen-name = الاسم
seen-text = نص الرسالة
seen-header = الترويسة
seen-row = صف
seen-button = زر
seen-place = موقع
seen-send-place = إرسال الموقع
seen-share-number = مشاركة رقم الهاتف

## أخطاء النماذج

flaw-empty = اكتب شيئًا
flaw-long = { $length } حرفًا أكثر مما يسمح به واتساب، والحد { $most }
flaw-nul = يحتوي على حرف لا يمكن إرساله
flaw-same-button = زر آخر يقول الشيء نفسه
flaw-link = عنوان يبدأ بـ https:// أو http://
flaw-rows = من صف واحد إلى { $most } في المجموع
flaw-blank = بلا أسطر جديدة أو علامات جدولة أو خمس مسافات متتالية
flaw-other = لا يقبله واتساب هكذا
flaw-file = اختر ملفًا
flaw-file-wait = اختر ملفًا وانتظر حتى يكتمل رفعه
flaw-degrees = رقم من -{ $most } إلى { $most }
flaw-reach = وسيلة للوصول إليهم

## القوالب

templates-choose = اختيار قالب
templates-search = البحث في القوالب
templates-refresh = سؤال واتساب مجددًا
templates-asking = جارٍ السؤال عن القوالب…
templates-as-of = حتى { $when }
templates-no-match = لا يوجد قالب مطابق.
templates-none = لا توجد قوالب معتمدة لهذا الرقم بعد. تُنشأ في WhatsApp Manager.
templates-no-variables = لا متغيرات في هذا القالب.
templates-variable = المتغير { $name }
templates-in-header = { $what } (الترويسة)
templates-address-end = نهاية عنوان «{ $button }»
templates-code = الرمز المراد نسخه
templates-marketing = تسويق
templates-utility = خدمة
templates-authentication = مصادقة

## التفاصيل

details = التفاصيل
details-close = إغلاق التفاصيل
details-info = معلومات
details-files = الملفات
details-automation = الرد الآلي
details-metadata = بيانات وصفية
details-others = محادثات أخرى
fact-phone = الهاتف
fact-username = اسم المستخدم
fact-whatsapp-name = الاسم في واتساب
fact-user-id = معرّف المستخدم
fact-other-phone = هاتف آخر
fact-other-user-id = معرّف مستخدم آخر
fact-parent-id = المعرّف الأعلى
fact-group-id = معرّف المجموعة
fact-writes-to = رقم صندوق الوارد
fact-first-wrote = أول رسالة
fact-status = الحالة
fact-copy = نسخ: { $what }
fact-not-copied = لا يسمح المتصفح لهذه الصفحة بالنسخ. حدّد النص بدلًا من ذلك.
standing-active = نشطة
standing-ended = منتهية
chapter-messages = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
}
name-label = الاسم
name-change = تغيير الاسم
name-empty = فارغ: الاسم الذي اختاره صاحبه.
name-unknown = جهة اتصال غير معروفة
name-group = مجموعة واتساب
name-user = المستخدم …{ $id }
files-none = ستظهر هنا صور هذه المحادثة ومقاطعها ومستنداتها.
files-loading = جارٍ تحميل الملفات
files-waiting = جارٍ الجلب
files-expired = لم يعد لدى واتساب
files-failed = تعذّر جلبه

## لماذا لم تُسلَّم الرسالة

failure-window = مضى أكثر من 24 ساعة على آخر رسالة من العميل.
failure-unreachable = لم يستطع واتساب تسليمها: ربما لا يستخدم الشخص واتساب أو لديه إصدار قديم.
failure-held-back = حجبها واتساب للحفاظ على جودة المحادثة.
failure-experiment = لم يسلّمها واتساب إلى هذا الشخص بسبب تجربة يجريها. لن يفيد إرسالها من جديد.
failure-opted-out = ألغى الشخص تلقي الرسائل التسويقية.
failure-too-many = رسائل كثيرة إلى هذا الشخص في وقت قصير.
failure-too-fast = يرسل الرقم أسرع مما يسمح به واتساب.
failure-restricted = قيّد واتساب هذا الرقم بسبب رسائل مُبلَّغ عنها.
failure-people-limit = بلغ الرقم حد الأشخاص الذين يمكنه مراسلتهم.
failure-payment = توجد مشكلة دفع في حساب واتساب.
failure-locked = حساب واتساب مقفل.
failure-country = لا يسمح واتساب لهذا النشاط بمراسلة أشخاص في ذلك البلد.
failure-expired = انتهت صلاحية الاتصال بواتساب.
failure-permission = ينقص الاتصالَ بواتساب إذن.
failure-not-set-up = لم يكتمل إعداد الرقم لدى واتساب.
failure-test-number = الشخص ليس في قائمة مستلمي الاختبار.
failure-itself = لا يمكن للرقم مراسلة نفسه.
failure-upload = تعذّر رفع الملف.
failure-download = لم يستطع واتساب تقديم الملف.
failure-kind = لا يعرف واتساب هذا النوع من الرسائل.
failure-no-number = لا يمكن إرسال هذا إلى من لا يُعرف رقم هاتفه.
failure-whatsapp = واجه واتساب مشكلة لديه.
failure-not-accepted = لم يقبل واتساب الرسالة كما هي.
failure-template-fields = حقول القالب غير مطابقة.
failure-template-language = القالب غير موجود بهذه اللغة.
failure-template-long = القالب طويل جدًا بعد ملئه.
failure-template-rules = يخالف القالب قواعد واتساب.
failure-template-stopped = أوقف واتساب القالب بسبب جودته.
failure-form-stopped = أوقف واتساب النموذج.
failure-security-code = تغيّر رمز أمان الشخص.
failure-disconnected = فُصل هذا الرقم قبل إرسال الرسالة.
failure-waited = انتظرت الاتصال بواتساب طويلًا.
failure-file-gone = لم يعد ملف هذه الرسالة هنا.
failure-no-answer = تعذّر الوصول إلى واتساب.
hint-later = حاول مجددًا بعد حين.
hint-tomorrow = حاول مجددًا غدًا على الأقل.
hint-admin = على مسؤول أن يراجع حساب واتساب.
hint-template = أرسل قالبًا أو انتظر حتى يكتب.
hint-check-number = تحقق من الرقم أو تواصل بطريقة أخرى.
hint-no-more = لا ترسل المزيد منها.
hint-quality = راجع جودته في WhatsApp Manager.
hint-reconnect = على مسؤول أن يعيد ربط الرقم.
hint-test-number = يمكن لمسؤول إضافته هناك.
hint-another-format = جرّب صيغة أخرى أو ملفًا أصغر.
hint-ask-again = اطلب إعادة إرساله.
hint-ask-number = اطلب رقمه.
hint-fill-anew = املأها من جديد.
hint-choose-another = اختر غيره.
hint-shorten = اختصر ما يُكتب فيه.
hint-make-sure = تأكد من هويته.

## ما يرفضه الخادم

refused-newer = توجد محادثة أحدث نشطة مع جهة الاتصال هذه.
refused-far = تلك الرسالة بعيدة جدًا للانتقال إليها.
refused-too-many = أكثر من اللازم دفعة واحدة. حاول مجددًا بعد قليل.
refused-changed = لم يعد ذلك ممكنًا: تغيّرت الحالة في هذه الأثناء.
refused-other = رفض الخادم ذلك: { $why }

## صفحات بلا صندوق وارد

notice-access = رابط صندوق الوارد هذا غير صالح
notice-access-why = ربما انتهت صلاحيته أو أُلغي. اطلب رابطًا جديدًا ممن منحك الوصول.
notice-nothing = لا شيء هنا
notice-nothing-why = ربما كان العنوان ناقصًا.
notice-unavailable = صندوق الوارد غير متاح الآن
notice-unavailable-why = أعد تحميل الصفحة بعد قليل.

step-started = بدأت الأتمتة
step-handed-off = سُلّمت إلى شخص
step-resumed = استؤنف
step-answered = ردّ العميل
step-ended = انتهت الأتمتة
step-failed = فشلت الأتمتة
step-waiting = في انتظار العميل
step-continued = مستمر
step-by-person = تولّى شخص المحادثة من صندوق الوارد.
step-by-person-back = أعاد شخص المحادثة من صندوق الوارد.
run-no-reason = لم يُذكر سبب.

## صندوق وارد الفريق

team-account-of = حساب { $name }
team-owner = مالك
team-member = عضو
team-projects = المشاريع
team-settings = الإعدادات
team-your-account = حسابك
team-sign-out = تسجيل الخروج
bell = الإشعارات
bell-on = الإشعارات مفعّلة
bell-off = الإشعارات متوقفة
bell-blocked = يحظر متصفحك إشعارات هذا الموقع. اسمح بها في إعداداته ثم اضغط الجرس مجددًا.
bell-missing = لا يوفر هذا المتصفح إشعارات للصفحات.
bell-message = رسالة جديدة
holder = مُسندة إلى
holder-is = مُسندة إلى { $name }
holder-none = غير مُسندة
holder-you = { $name } (أنت)
holder-gone = شخص آخر
holder-filter = المسؤول
holder-filter-all = أي مسؤول
holder-filter-mine = محادثاتي
holder-take = إسنادها إليّ
holder-leave = إلغاء الإسناد
holder-section = الإسناد
holder-past = { $count ->
    [zero] لا إسناد حتى الآن
    [one] إسناد واحد حتى الآن
    [two] إسنادان حتى الآن
    [few] { $count } إسنادات حتى الآن
    [many] { $count } إسنادًا حتى الآن
   *[other] { $count } إسناد حتى الآن
}
holder-by = أسندها { $name }
holder-by-program = أسندها برنامج
date-since = منذ { $moment }
notes = ملاحظات
notes-whose = لا يرى هذا سوى فريقك.
note = ملاحظة
note-new = ملاحظة جديدة
note-add = إضافة ملاحظة
note-write = اكتب ملاحظة…
note-edited = { $moment }، معدّلة
note-edit = تعديل الملاحظة
note-delete = حذف الملاحظة
note-delete-ask = حذف هذه الملاحظة لدى الجميع؟
note-keep = إبقاء
signed-out = لقد سُجّل خروجك
signed-out-why = سجّل الدخول مجددًا للمتابعة من حيث توقفت. ما بدأت كتابته محفوظ في هذه النافذة.
sign-in = تسجيل الدخول
start-title = محادثة جديدة
start-from = من
start-to = إلى
start-will-write = سيكتب واتساب إلى { $phone }.
start-country = مع رمز البلد في البداية.
start-no-number = لم يُربط رقم واتساب بعد. يربطه أحد المالكين من الإعدادات.
start-not-a-number = لا يحتوي رقم الهاتف إلا على أرقام ومسافات وعلامة زائد.
start-no-country = ابدأ برمز البلد، مثل ‎+966، وبلا صفر.
start-too-long = لا يوجد رقم هاتف بهذا الطول.
start-empty = اكتب رقم الهاتف.
start-too-short = رقم الهاتف هذا قصير جدًا.
start-starting = جارٍ البدء…
start-go = بدء المحادثة

display = العرض
display-rows = الصفوف
display-cozy = مريحة
display-compact = متراصة
display-enter = مفتاح الإدخال
display-enter-sends = يُرسل
display-enter-line = يبدأ سطرًا جديدًا
keys-title = اختصارات لوحة المفاتيح
keys-switch = اختصارات بمفتاح واحد، عندما لا تكتب
keys-off = أوقف من أعدّ هذا الصندوق المفاتيح المفردة هنا.
keys-next = فتح المحادثة التالية
keys-previous = فتح المحادثة السابقة
keys-reply = كتابة رد
keys-end = إنهاء المحادثة أو إعادة فتحها
keys-search = بحث
keys-search-writing = بحث، أثناء الكتابة أيضًا
keys-help = عرض هذه القائمة
keys-walk = التنقل في القائمة
keys-ends = أول صف وآخر صف في القائمة
keys-enter = فتح الصف أو إرسال ما كتبته
keys-enter-line = فتح الصف أو بدء سطر جديد
keys-send = إرسال ما كتبته
keys-line = سطر جديد
keys-bold = خط عريض، و Ctrl I للمائل
keys-back = إغلاق المفتوح ثم العودة إلى القائمة
keys-first-next = التالية
keys-first-search = بحث
keys-first-all = كل الاختصارات
keys-thread = المحادثة
keys-ended = انتهت المحادثة.
keys-reopened = أُعيد فتح المحادثة.
keys-undo = تراجع
trouble-edit = تعديل
broken-title = حدث عطل
broken-why = توقفت هذه الصفحة عن العمل. أعد تحميلها للمتابعة: ما كنت تكتبه محفوظ.
broken-reload = إعادة التحميل
request-copy = نسخ

request-id = الطلب { $id }

away-said = { $name }: { $text }

away-offline = { $count ->
    [zero] غير متصل. سيُرسل ما تكتبه عند عودة الاتصال.
    [one] غير متصل. ستُرسل رسالة واحدة عند عودة الاتصال.
    [two] غير متصل. ستُرسل رسالتان عند عودة الاتصال.
    [few] غير متصل. ستُرسل { $count } رسائل عند عودة الاتصال.
    [many] غير متصل. ستُرسل { $count } رسالة عند عودة الاتصال.
   *[other] غير متصل. ستُرسل { $count } رسالة عند عودة الاتصال.
}

away-caught = { $count ->
    [zero] كل شيء محدّث
    [one] كل شيء محدّث، رسالة جديدة واحدة
    [two] كل شيء محدّث، رسالتان جديدتان
    [few] كل شيء محدّث، { $count } رسائل جديدة
    [many] كل شيء محدّث، { $count } رسالة جديدة
   *[other] كل شيء محدّث، { $count } رسالة جديدة
}
