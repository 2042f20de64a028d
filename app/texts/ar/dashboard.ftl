### لوحة التحكم

## في أماكن كثيرة

office-tab = { $page } · Oriel
office-skip = الانتقال إلى المحتوى
office-menu = القائمة
office-needs-scripts = تحتاج هذه الصفحة إلى البرامج النصية لحفظ ما تغيّره. اسمح بها لهذا الموقع.
office-loading = جارٍ التحميل
office-home = إلى الصفحة الرئيسية
office-actions = الإجراءات
office-act-on = { $act } { $of }
office-saved = تم الحفظ
office-saving = جارٍ الحفظ…
office-creating = جارٍ الإنشاء…
office-done = تم
office-never = أبدًا
office-none = لا يوجد
office-email = البريد الإلكتروني
office-password = كلمة المرور
office-password-hint = { $least } حرفًا على الأقل. بضع كلمات أسهل من الرموز.
office-role = الدور
office-expires = تنتهي الصلاحية
office-customer = العميل
office-address = العنوان
office-events = الأحداث
office-created = تاريخ الإنشاء
office-last-used = آخر استخدام
office-edit = تعديل
office-delete = حذف
office-deleting = جارٍ الحذف…
office-deleted = تم الحذف
office-delete-ask = حذف { $name }؟
office-revoke = إبطال
office-revoking = جارٍ الإبطال…
office-revoked = تم الإبطال
office-revoke-ask = إبطال { $name }؟
office-blank-stays = فارغ: يبقى كما هو.
office-count = { $count }/{ $most }
paging = الصفحات
paging-previous = السابقة
paging-next = التالية
paging-place = الصفحة { $page } من { $pages }

## كم يبعد الوقت

ahead-now = خلال دقيقة
ahead-minutes = { $count ->
    [zero] خلال { $count } دقيقة
    [one] خلال دقيقة
    [two] خلال دقيقتين
    [few] خلال { $count } دقائق
    [many] خلال { $count } دقيقة
   *[other] خلال { $count } دقيقة
}
ahead-hours = { $count ->
    [zero] خلال { $count } ساعة
    [one] خلال ساعة
    [two] خلال ساعتين
    [few] خلال { $count } ساعات
    [many] خلال { $count } ساعة
   *[other] خلال { $count } ساعة
}
ahead-days = { $count ->
    [zero] خلال { $count } يوم
    [one] خلال يوم
    [two] خلال يومين
    [few] خلال { $count } أيام
    [many] خلال { $count } يومًا
   *[other] خلال { $count } يوم
}
ahead-months = { $count ->
    [zero] خلال { $count } شهر
    [one] خلال شهر
    [two] خلال شهرين
    [few] خلال { $count } أشهر
    [many] خلال { $count } شهرًا
   *[other] خلال { $count } شهر
}
ahead-years = { $count ->
    [zero] خلال { $count } سنة
    [one] خلال سنة
    [two] خلال سنتين
    [few] خلال { $count } سنوات
    [many] خلال { $count } سنة
   *[other] خلال { $count } سنة
}
ago-now = الآن
ago-minutes = { $count ->
    [zero] قبل { $count } دقيقة
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
    [many] قبل { $count } دقيقة
   *[other] قبل { $count } دقيقة
}
ago-hours = { $count ->
    [zero] قبل { $count } ساعة
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
    [many] قبل { $count } ساعة
   *[other] قبل { $count } ساعة
}
ago-days = { $count ->
    [zero] قبل { $count } يوم
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
}
ago-months = { $count ->
    [zero] قبل { $count } شهر
    [one] قبل شهر
    [two] قبل شهرين
    [few] قبل { $count } أشهر
    [many] قبل { $count } شهرًا
   *[other] قبل { $count } شهر
}
ago-years = { $count ->
    [zero] قبل { $count } سنة
    [one] قبل سنة
    [two] قبل سنتين
    [few] قبل { $count } سنوات
    [many] قبل { $count } سنة
   *[other] قبل { $count } سنة
}

## ما الذي حدث

office-signed-out = لقد سُجّل خروجك. سجّل الدخول في نافذة أخرى ثم حاول مجددًا.
office-owners-only = لا يستطيع ذلك إلا مالكو المشروع.
office-gone = لم يعد موجودًا.
trouble-signed-out-why = سجّل الدخول للمتابعة من حيث توقفت.
trouble-owners-only = لا يرى هذا إلا المالكون
trouble-owners-only-why = اطلب من أحد مالكي المشروع أن يجعلك مالكًا.
trouble-nothing-why = لم يعد موجودًا، أو ينتمي إلى مشروع ليس لك.
trouble-not-loaded = تعذّر التحميل
trouble-start = الذهاب إلى البداية

## ما يرفضه الخادم، تحت الحقل

wrong-required = هذا الحقل مطلوب.
wrong-long = يزيد على { $most } حرفًا.
wrong-short = يجب ألا يقل عن { $least } حرفًا.
wrong-nul = يحتوي على حرف لا يمكن حفظه.
wrong-email = ليس عنوان بريد إلكتروني.
wrong-member = هذا الشخص عضو بالفعل.
wrong-sign-in = البريد الإلكتروني أو كلمة المرور غير صحيحة.
wrong-too-many = محاولات كثيرة. حاول مجددًا بعد { $seconds } ث.
wrong-password = ليست كلمة مرور هذا الحساب.
wrong-old-password = ليست كلمة مرورك الحالية.
wrong-code = ليس الرمز الذي عرضه الخادم عند بدئه.
wrong-set-up = تم إعداد Oriel بالفعل. سجّل الدخول بدلًا من ذلك.
wrong-last-owner = يبقى للمشروع مالك واحد على الأقل. اجعل شخصًا آخر مالكًا أولًا.
wrong-past = إنه في الماضي.
wrong-moment = اختر يومًا ووقتًا.
wrong-number-choice = اختر رقمًا.
wrong-customer-choice = اختر عميلًا.
wrong-origin = «{ $origin }» ليس مصدرًا مثل https://app.example.com أو ‎*.example.com‎.
wrong-origins = يزيد على { $most } مدخلًا.
wrong-meta-id = فيه أحرف لا توجد في أي معرّف من Meta.
wrong-connected = هذا الرقم مربوط بالفعل.
wrong-customer-id = يحمله عميل آخر.
wrong-shortcut = من حرف واحد إلى { $most } من الحروف أو الأرقام أو - أو _.
wrong-shortcut-taken = يحمله رد آخر.
wrong-replies = يحتفظ المشروع بـ { $most } رد على الأكثر. احذف واحدًا أولًا.
wrong-text = اكتب شيئًا أولًا.
wrong-text-long = { $length } حرفًا أكثر مما يسمح به واتساب، والحد { $most }.
wrong-events = اختر واحدًا على الأقل.
wrong-url = يجب أن يكون عنوانًا مثل https://example.com/webhook.
wrong-url-scheme = يجب أن يبدأ بـ https:// أو http://.
wrong-url-login = يجب ألا يحتوي على اسم مستخدم أو كلمة مرور.
wrong-url-port = يجب أن يكون المنفذ 80 أو 443.
wrong-url-public = يجب أن يكون عنوانًا عامًا.
wrong-key = يجب أن يكون من { $least } إلى { $most } حرفًا.
wrong-webhook-off = ويب هوك هذا متوقف.
wrong-invitation = استُخدمت هذه الدعوة أو سُحبت أو قدُمت. اطلب دعوة جديدة.

## التنقل

section-embeds = التضمينات
section-numbers = الأرقام
section-customers = العملاء
section-webhooks = ويب هوك
section-members = الأعضاء
section-api-keys = مفاتيح API
section-activity = النشاط
sidebar-project = المشروع
sidebar-project-is = المشروع:
sidebar-account = : حسابك
sidebar-members = أنت تعمل في صندوق وارد هذا المشروع. يجد مالكوه إعداداته هنا.

## تسجيل الدخول والإعداد والانضمام

entrance-nobody = لا أحد لديه حساب هنا بعد. يجب أولًا { $link }.
entrance-nobody-link = إعداد Oriel
setup-tab = الإعداد
setup-title = إعداد Oriel
setup-text = أنشئ المشروع الأول ومالكه. المالك هو أنت.
setup-code = الرمز
setup-code-hint = عُرض في طرفية الخادم عند بدئه.
setup-project = المشروع
setup-project-hint = شركتك أو فريقك.
setup-name = اسمك
setup-submit = إعداد
setup-done = تم إعداد Oriel
setup-done-why = يوجد مالك بالفعل. سجّل الدخول أو اطلب منه دعوة.
gate-problem = { $field }: { $problem }
join = الانضمام
joining = جارٍ الانضمام…
join-title = الانضمام إلى { $project }
join-as = باسم { $email }
join-needs-scripts = تحتاج هذه الصفحة إلى البرامج النصية لقراءة دعوتك. اسمح بها لهذا الموقع.
join-reading = جارٍ قراءة دعوتك…
join-not-read = تعذّرت قراءة الدعوة
join-not-valid = هذه الدعوة غير صالحة
join-not-valid-why = ربما استُخدمت أو سُحبت أو انتهت صلاحيتها؛ أو ينقص جزء من الرابط. اطلب دعوة جديدة.
join-known = لديك حساب بهذا العنوان بالفعل. أدخل كلمة مروره.

## الحساب الشخصي

account-title = الحساب
account-text = أنت والمتصفحات التي سجّلت الدخول فيها.
account-you = أنت
account-language = اللغة
account-language-label = لغة صندوق الوارد وهذه الصفحات
account-language-browsers = حسب تفضيل هذا المتصفح
account-language-save = حفظ اللغة
account-password-old = كلمة المرور الحالية
account-password-new = كلمة المرور الجديدة
account-password-hint = { $least } حرفًا على الأقل. سيُسجَّل خروجك من الأجهزة الأخرى.
account-password-change = تغيير كلمة المرور
account-password-changing = جارٍ التغيير…
account-password-changed = تم تغيير كلمة المرور
sessions = الجلسات
session-browser = المتصفح
session-seen = آخر ظهور
session-began = تسجيل الدخول
session-this = هذا الجهاز
session-end = إنهاء
session-end-of = إنهاء جلسة { $browser }
session-ended = انتهت الجلسة
session-client = { $browser } على { $system }
session-unknown = متصفح غير معروف

## التضمينات: عناوين تعرض صندوق الوارد في إطار

embeds-text = عناوين تعرض صندوق الوارد هذا أو جزءًا منه في إطار على صفحاتك.
embeds-new = تضمين جديد
embeds-hide-revoked = إخفاء المُبطلة
embeds-show-revoked = إظهار المُبطلة
embeds-none = لا تضمينات بعد
embeds-none-why = التضمين عنوان لإطار iframe. أنشئ واحدًا وضع رمزه البرمجي في صفحتك ليظهر صندوق الوارد.
embeds-first = إنشاء الأول
embed-tab = التضمين
embed-crumbs = مسار التنقل
embed-new-text = عنوان يعرض صندوق الوارد أو جزءًا منه في إطار.
embed-new-form = التضمين الجديد
embed-create = إنشاء التضمين
embed-ready = التضمين جاهز
embed-new-token = الرمز الجديد
embed-once = يُعرض هذا مرة واحدة. انسخه الآن: لا يحتفظ Oriel إلا ببصمة الرمز ولا يستطيع عرضه مجددًا.
embed-open = فتح في نافذة جديدة
embed-code = الرمز البرمجي لصفحتك
embed-shows = يعرض
embed-assignee = المسؤول
embed-pages = الصفحات المسموح بها
embed-everybody = الجميع
embed-any-page = أي صفحة
embed-nameless = بلا اسم ({ $start }…)
embed-more-pages = ‎+{ $count }
embed-scope-project = المشروع
embed-scope-number = الرقم
embed-active = نشط
embed-expired = منتهي الصلاحية
embed-revoked = مُبطل
embed-facts = معلومات
embed-fixed = ما يعرضه التضمين ثابت، كي لا يعرض عنوان لدى أحد أكثر مما يعرض الآن. أنشئ تضمينًا آخر لرقم أو عميل آخر.
embed-token = الرمز
embed-settings = الإعدادات
embed-name-example = مكتب الدعم
embed-name-hint = لتمييز التضمينات بعضها من بعض. لا يراه أحد في الإطار.
embed-everybodys = محادثات الجميع
embed-assignee-hint = مع شخص محدد لا يعرض الإطار إلا ما أُسند إليه في تلك اللحظة.
embed-theme = المظهر في البداية
embed-shortcuts-on = مفعّلة
embed-shortcuts-off = متوقفة
embed-shortcuts-hint = مفاتيح مفردة مثل J وK وR ما دام التركيز في الإطار. عند إيقافها تبقى كل المفاتيح لصفحتك.
embed-expires-now = الآن: { $moment }
embed-expires-picked = لحظة انتهاء الصلاحية حسب ساعتك
expiry-never = أبدًا
expiry-hour = ساعة واحدة
expiry-day = يوم واحد
expiry-week = ٧ أيام
expiry-month = ٣٠ يومًا
expiry-quarter = ٩٠ يومًا
expiry-picked = اختيار تاريخ
expiry-kept = كما هي
origins-understood = القائمة كما فُهمت
origins-add = إضافة { $origin } أيضًا
origins-open = ما دامت القائمة فارغة، تستطيع أي صفحة تعرف العنوان عرض صندوق الوارد هذا.
origins-hint = مصادر الصفحات التي يجوز أن تحوي الإطار، كل مصدر في سطر. { $subdomains } يعني كل النطاقات الفرعية، و{ $ports } أي منفذ.
origins-good = صحيح:
origins-twice = مكرر:
origins-wrong = خطأ:
origins-wrong-why = { $typed } – { $why }
origins-star-alone = يجب أن تكون النجمة وحدها. اترك القائمة فارغة للسماح بأي صفحة.
origins-path = احذف المسار: { $origin }
origins-ascii = اكتب الاسم كما تكتبه المتصفحات، مع xn--.
origins-star-subdomains = لا تعني النجمة إلا النطاقات الفرعية لنطاق، كما في ‎*.example.com‎.
origins-shape = المصدر بروتوكول ومضيف، كما في https://app.example.com.
preview = معاينة
preview-live = مباشرة من هذا المشروع كما هو الآن.
preview-first = { $theme } · يظهر أولًا
preview-choose = اختر ما يعرضه.
preview-none = لا محادثة مطابقة بعد.
scope-project = المشروع كله
scope-project-why = كل المحادثات لكل الأرقام.
scope-number = رقم واحد
scope-number-why = محادثات رقم واتساب واحد.
scope-customer = عميل واحد
scope-customer-why = محادثات أرقام العميل وجهات اتصاله.
scope-no-number = لم يُربط رقم بعد. اربط رقمًا من صفحة الأرقام أولًا.
scope-no-customer = لا يوجد عميل بعد. أضف عميلًا من صفحة العملاء أولًا.
scope-search = اكتب جزءًا من الاسم
scope-search-label = بحث: { $what }
scope-choose = اختر…
token-old-until = الرمز القديم صالح حتى { $moment }.
token-revoked = أُبطل هذا التضمين نهائيًا. لم يعد عنوانه يعرض شيئًا.
token-text = جدّد الرمز إذا ربما وقع في أيدٍ خاطئة، أو على سبيل العادة. أبطل التضمين إذا لم يعد يجوز لأحد استخدامه.
token-rotate-open = تجديد الرمز…
token-revoke-open = إبطال…
token-rotate-title = تجديد الرمز
token-rotate = تجديد
token-rotating = جارٍ التجديد…
token-rotate-text = يحصل التضمين على عنوان جديد. الصفحات التي ما زالت تستخدم القديم تستمر للمدة التي تحددها هنا، ثم تُغلق إطاراتها.
token-grace = يبقى الرمز القديم صالحًا
grace-none = لا يبقى
grace-minutes = ١٠ دقائق
grace-hour = ساعة واحدة
grace-day = ٢٤ ساعة
embed-revoke-ask = إبطال هذا التضمين؟
embed-revoke-means = تُغلق الإطارات المفتوحة الآن خلال ثانية، ولا يعمل عنوانه أبدًا بعد ذلك. لا يمكن التراجع عن هذا.

## لماذا يبقى الإطار فارغًا

doctor-title = فحص صفحة
doctor-text = يبقى الإطار فارغًا؟ حدّد مكانه لترى كيف يفهمه المتصفح.
doctor-address = عنوان الصفحة
doctor-sandboxed = لإطار iframe خاصية sandbox
doctor-sandbox = قيمتها
doctor-good = جيد
doctor-limited = محدود
doctor-blocked = محظور
doctor-finding = { $subject }: { $verdict }
doctor-access = الوصول
doctor-origin = المصدر
doctor-scheme = البروتوكول
doctor-sandbox-subject = خاصية sandbox
doctor-whole-address = أدخل عنوان الصفحة كاملًا، مثل https://crm.example.com/tickets
doctor-web-only = لا مصدر يمكن السماح به إلا لصفحات الويب، عبر http أو https.
doctor-token-until = الرمز صالح حتى تنتهي صلاحية التضمين.
doctor-token-good = الرمز صالح ولا تنتهي صلاحيته.
doctor-expired = انتهت صلاحية التضمين: يقول الإطار ذلك بدل عرض صندوق الوارد. حدّد له موعدًا لاحقًا.
doctor-revoked = أُبطل التضمين نهائيًا. أنشئ تضمينًا جديدًا.
doctor-any = يجوز لأي صفحة أن تحوي هذا التضمين. سمِّ المصادر المطلوبة فلا يستطيع غيرها.
doctor-allowed = { $origin } مسموح به. إذا كانت تلك الصفحة نفسها في إطار، فيجب السماح بكل صفحة تحيط بها أيضًا.
doctor-list-broken = لا يمكن قراءة قائمة الصفحات المسموح بها. اكتبها من جديد.
doctor-unlistable-number = لا يمكن وضع { $origin } في القائمة. لا تطابق المتصفحات هذه العناوين الرقمية: افتح الصفحة باسم، مثل http://localhost.
doctor-unlistable-host = لا يمكن وضع { $origin } في القائمة. افتح الصفحة باسم مضيف عادي.
doctor-unlistable-script = لا يمكن وضع { $origin } في القائمة. اكتب اسمه كما تكتبه المتصفحات، مع xn--: هكذا ينسخه شريط العنوان.
doctor-not-listed = { $origin } ليس بين الصفحات المسموح بها. أضفه كما هو مكتوب هنا.
doctor-other-scheme = { $origin } ليس بين الصفحات المسموح بها. هو في القائمة عبر { $other }، والبروتوكول مهم: أضفه كما هو مكتوب هنا.
doctor-other-port = { $origin } ليس بين الصفحات المسموح بها. هو في القائمة بلا المنفذ، والمنفذ مهم: أضفه كما هو مكتوب هنا.
doctor-bare-domain = { $origin } ليس بين الصفحات المسموح بها. في القائمة نطاقاته الفرعية، لكنها لا تشمل { $name } نفسه: أضفه كما هو مكتوب هنا.
doctor-local-http = الصفحة عبر https وOriel يُقدَّم عبر http على هذا الجهاز: يرفض Safari مثل هذا الإطار وتعرضه متصفحات أخرى.
doctor-mixed = الصفحة عبر https وOriel يُقدَّم عبر http: ترفض المتصفحات مثل هذا الإطار. قدّم Oriel عبر https.
doctor-insecure = الصفحة عبر http: تمنع المتصفحات الحافظة والميكروفون عن كل إطار فيها. قدّم الصفحة عبر https.
doctor-scheme-good = بروتوكول الصفحة وبروتوكول Oriel متوافقان.
doctor-no-sandbox = ليس للإطار خاصية sandbox.
doctor-no-scripts = بلا allow-scripts يمكن قراءة صندوق الوارد، لكن لا شيء يتحرك فيه ولا أحد يستطيع الرد. أضف allow-scripts.
doctor-no-origin = بلا allow-same-origin لا مصدر خاصًا للإطار: يُنسى المظهر وتُعدّ طلباته أجنبية فتفشل ما لم يُسمح بأي مصدر. أضف allow-same-origin.
doctor-sandbox-good = تتضمن خاصية sandbox كل ما يحتاجه صندوق الوارد.
doctor-no-forms = أضف allow-forms: بدونه لا يفعل زر الإرسال شيئًا.
doctor-no-popups = أضف allow-popups: بدونه لا تُفتح الروابط.
doctor-no-downloads = أضف allow-downloads: بدونه لا يمكن حفظ الملفات.

## أرقام واتساب

numbers-text = أرقام واتساب التي ترد رسائلها وتصدر من هنا.
numbers-connect = ربط رقم
numbers-edit = تعديل الرقم
numbers-none = لا رقم مربوط
numbers-none-why = اربط رقم واتساب ليظهر ما يكتبه العملاء إليه هنا وفي تضميناتك.
numbers-first = ربط الأول
number-connected = تم الربط
number-connected-at = مرتبط منذ
number-phone = الهاتف
number-phone-id = معرّف رقم الهاتف
number-phone-id-hint = في «إعداد API» تحت الرقم المختار هناك. ليس رقم الهاتف نفسه.
number-state = الحالة
number-working = متصل
number-trouble-token = الرمز مرفوض
number-trouble-token-advice = يرفض واتساب رمز الوصول. أنشئ رمزًا جديدًا وأدخله في «تعديل»: تنتظر الرسائل ساعة ثم تفشل.
number-trouble-locked = الحساب مقفل
number-trouble-locked-advice = أقفل واتساب الحساب. السبب مذكور في مدير واتساب؛ تنتظر الرسائل ساعة ثم تفشل.
number-trouble-payment = مشكلة في الدفع
number-trouble-payment-advice = وسيلة الدفع في الحساب لا تعمل. صحّحها في مدير واتساب: تنتظر الرسائل ساعة ثم تفشل.
number-trouble-setup = غير مسجّل
number-trouble-setup-advice = الرقم غير مسجّل لدى واتساب. أكمل تسجيله في مدير واتساب: تنتظر الرسائل ساعة ثم تفشل.
number-account = معرّف حساب WhatsApp Business
number-account-hint = في «إعداد API» بجانب معرّف رقم الهاتف.
number-display = رقم الهاتف
number-name-example = المبيعات
number-name-hint = فارغ: الرقم نفسه.
number-customer-hint = تعرض تضمينات العميل محادثات أرقامه.
number-no-customer = بلا عميل
number-connect = ربط
number-connecting = جارٍ الربط…
number-where = كل ذلك في لوحة تطبيقات Meta ‏(developers.facebook.com) داخل تطبيقك. أول اثنين تحت WhatsApp ثم «إعداد API».
number-webhook = عنوان ويب هوك
number-webhook-hint = أدخله في تطبيقك تحت WhatsApp ثم «الإعدادات» مع رمز التحقق، واشترك في { $field }.
number-replace-secrets = استبدال الرموز والمفاتيح السرية
number-disconnect = فصل
number-disconnecting = جارٍ الفصل…
number-disconnected = تم الفصل
number-disconnect-ask = فصل { $name }؟
number-disconnect-means = لن ترد رسائل هذا الرقم ولن تصدر، وتُبطل تضميناته نهائيًا. تبقى محادثاته.
number-access-token = رمز الوصول
number-access-token-hint = في «إعدادات النشاط التجاري» ثم «مستخدمو النظام»: أنشئ رمزًا لا تنتهي صلاحيته لكل من whatsapp_business_messaging وwhatsapp_business_management. الرمز الموجود في «إعداد API» ينتهي بعد يوم.
number-app-secret = المفتاح السري للتطبيق
number-app-secret-hint = في «إعدادات التطبيق» ثم «الأساسية» ثم «المفتاح السري للتطبيق». يتحقق Oriel به من أن ويب هوك آتٍ من Meta.
number-verify-token = رمز التحقق
number-verify-token-hint = نص تختاره أنت. تطلب Meta النص نفسه بجانب عنوان ويب هوك.

## العملاء

customers-text = الشركات أو الأشخاص الذين تخدمهم. يمكن لتضمين أن يعرض محادثات عميل واحد فقط.
customers-add = إضافة عميل
customers-edit = تعديل العميل
customers-none = لا عملاء بعد
customers-none-why = أضف عميلًا أو دع نظامك يضيفه عبر API. عندها يمكن أن يكون له تضمين خاص به.
customers-first = إضافة الأول
customers-no-match = لا أحد يطابق
customers-no-match-why = يبحث عن جزء من الاسم، أو عن معرّفك كاملًا.
customers-search = البحث عن العملاء بالاسم أو بمعرّفك
customers-search-short = الاسم أو معرّفك
customer-id = معرّفك
customer-id-hint = ما يُسمى به هذا العميل في نظامك، كي تجده البرامج به.
customer-added = تاريخ الإضافة
customer-delete-means = تُبطل تضمينات هذا العميل نهائيًا. تبقى جهات الاتصال والأرقام والمحادثات بلا عميل.

## الردود المحفوظة

replies-text = نصوص في متناول كل صناديق الوارد في هذا المشروع: يجدها من يكتب / والاختصار.
replies-new = رد جديد
replies-edit = تعديل الرد
replies-none = لا ردود بعد
replies-none-why = احتفظ بما تكتبه كثيرًا: ساعات العمل أو عنوانًا أو تحية وداع لطيفة.
replies-first = كتابة الأول
reply-shortcut = الاختصار
reply-shortcut-example = مواعيد
reply-shortcut-hint = ما يُكتب بعد / في محرّر الرسائل: حروف وأرقام و- و_.
reply-text = النص
reply-delete-means = لن يجده أحد في محرّر الرسائل. تبقى الرسائل التي كُتبت به.

## ويب هوك وما أُرسل إليها

webhooks-text = عناوين برامجك التي تُبلَّغ بما يحدث: الرسائل والمحادثات والأرقام والردود الآلية.
webhooks-new = ويب هوك جديد
webhooks-edit = تعديل ويب هوك
webhooks-none = لا ويب هوك
webhooks-none-why = به يعلم برنامجك بكل رسالة عند ورودها، موقّعة ليتأكد منها.
webhooks-first = إنشاء الأول
webhook-url-hint = برنامجك عبر https. يرسل Oriel إليه JSON وينتظر ١٠ ثوانٍ ردًا بالحالة 200.
webhook-of = أحداث
webhook-of-project = المشروع
webhook-whose = لـ { $name }
webhook-whose-project = للمشروع
webhook-key = المفتاح السري
webhook-key-hint = يوقّع ما يُرسل. فارغ: ينشئ Oriel واحدًا.
webhook-create = إنشاء ويب هوك
webhook-ready = ويب هوك جاهز
webhook-once = يُعرض هذا مرة واحدة. انسخه الآن: به يتحقق برنامجك من الترويسة X-Webhook-Signature، وهي HMAC-SHA256 للمحتوى.
webhook-delete-means = لن يُبلَّغ بشيء بعد الآن، ويُنسى ما أُبلغ به من قبل.
webhook-test = اختبار
webhook-tested = الاختبار في الطريق
webhook-pause = إيقاف مؤقت
webhook-activate = تفعيل
webhook-paused = متوقف مؤقتًا
webhook-activated = تم التفعيل
webhook-active = نشط
webhook-events = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
webhook-delivered = سُلّمت
webhook-failed = فشلت
webhook-events-all = الكل
events-message = الرسالة
events-conversation = المحادثة
events-phone-number = رقم الهاتف
events-execution = التنفيذ
event-message-received = وردت
event-message-sent = أُرسلت
event-message-delivered = سُلّمت
event-message-read = قُرئت
event-message-failed = فشل الإرسال
event-conversation-created = أُنشئت
event-conversation-ended = انتهت
event-conversation-inactive = خاملة
event-number-created = أُنشئ
event-number-deleted = حُذف
event-execution-handoff = تسليم
event-execution-failed = فشل
deliveries-title = التسليمات
deliveries-text = ما أُبلغ به ويب هوك هذا، ما دام محفوظًا.
deliveries-refresh = تحديث
deliveries-none = لا شيء هنا
deliveries-none-why = يظهر هنا اختبار أو الحدث التالي خلال ثانية.
deliveries-all = الكل
delivery-state-pending = قيد الانتظار
delivery-state-delivered = تم التسليم
delivery-state-failed = فشل
delivery-tries = { $count ->
    [zero] لا محاولات
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $count } محاولات
    [many] { $count } محاولة
   *[other] { $count } محاولة
}
delivery-http = HTTP { $status }
delivery-made = أُنشئ { $moment }
delivery-made-due = أُنشئ { $moment }، تُعاد المحاولة { $next }
delivery-made-arrived = أُنشئ { $moment }، سُلّم { $arrived }
delivery-body = المحتوى
delivery-replay = إعادة الإرسال
delivery-replayed = يُرسل مجددًا

## الأعضاء

members-text = من يعمل في صندوق وارد هذا المشروع ومن يديره.
members-invite = دعوة
members-invite-title = دعوة شخص
members-you = أنت
member-role-of = دور { $name }
member-role-hint = يعمل الأعضاء في صندوق الوارد. يفعل المالكون ذلك وكل ما هنا.
member-remove = إزالة
member-removing = جارٍ الإزالة…
member-removed = تمت الإزالة
member-remove-ask = إزالة { $name }؟
member-remove-means = لن يستطيع فتح هذا المشروع. يبقى ما كتبه، ويصبح ما أُسند إليه غير مُسند. يمكن أن يعود بدعوة.
invitations = الدعوات
invitation-of = دعوة { $email }
invitation-withdraw = سحب
invitation-withdrawn = تم السحب
invitation-create = إنشاء دعوة
invitation-ready = الدعوة جاهزة
invitation-once = يُعرض هذا مرة واحدة، ولا يرسل Oriel بريدًا: أعطِ الرابط لذلك الشخص بنفسك.
invitation-link = رابط لـ { $email }

## مفاتيح API

keys-page-text = بالمفتاح يستطيع البرنامج في هذا المشروع ما يستطيعه المالك: إنشاء التضمينات وربط الأرقام وإرسال الرسائل.
keys-new = مفتاح جديد
keys-new-title = مفتاح API جديد
keys-none = لا مفاتيح
keys-none-why = أنشئ مفتاحًا للبرنامج الذي سينشئ التضمينات أو يكتب الرسائل.
keys-first = إنشاء الأول
key-column = المفتاح
key-name-example = خادم CRM
key-name-hint = أي برنامج يستخدمه.
key-create = إنشاء المفتاح
key-ready = المفتاح جاهز
key-once = يُعرض هذا مرة واحدة. انسخه الآن: لا يحتفظ Oriel إلا ببصمته ولا يستطيع عرضه مجددًا.
key-text = مفتاح API للترويسة X-API-Key
key-revoked = مُبطل
key-revoke-means = تُرفض البرامج التي تستخدم هذا المفتاح من الآن. لا يمكن التراجع عن هذا.

## من فعل ماذا

activity-text = ما غيّره الأشخاص والبرامج في هذا المشروع.
activity-none = لم يحدث شيء بعد
activity-none-why = التضمينات والأرقام والمفاتيح والأعضاء: يُحفظ هنا ما يحدث لها.
activity-program = مفتاح API
activity-role = بدور { $role }
deed-project-created = أنشأ { $actor } المشروع { $target }
deed-embed-created = أنشأ { $actor } التضمين { $target }
deed-embed-changed = غيّر { $actor } التضمين { $target }
deed-embed-rotated = جدّد { $actor } رمز التضمين { $target }
deed-embed-revoked = أبطل { $actor } التضمين { $target }
deed-number-connected = ربط { $actor } الرقم { $target }
deed-number-changed = غيّر { $actor } الرقم { $target }
deed-number-disconnected = فصل { $actor } الرقم { $target }
deed-customer-created = أضاف { $actor } العميل { $target }
deed-customer-changed = غيّر { $actor } العميل { $target }
deed-customer-deleted = حذف { $actor } العميل { $target }
deed-key-created = أنشأ { $actor } مفتاح API { $target }
deed-key-revoked = أبطل { $actor } مفتاح API { $target }
deed-reply-created = أضاف { $actor } الرد المحفوظ { $target }
deed-reply-changed = غيّر { $actor } الرد المحفوظ { $target }
deed-reply-deleted = حذف { $actor } الرد المحفوظ { $target }
deed-invited = دعا { $actor } { $target }
deed-invitation-withdrawn = سحب { $actor } دعوة { $target }
deed-joined = انضم { $actor } بدور { $target }
deed-role-changed = غيّر { $actor } دور { $target }
deed-member-removed = أزال { $actor } { $target }
deed-webhook-created = أنشأ { $actor } ويب هوك { $target }
deed-webhook-changed = غيّر { $actor } ويب هوك { $target }
deed-webhook-deleted = حذف { $actor } ويب هوك { $target }
deed-workflow-created = سجّل { $actor } سير العمل { $target }
deed-workflow-changed = غيّر { $actor } سير العمل { $target }
