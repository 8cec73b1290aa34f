namespace ArgMap.Argumentation.Generation;

/// <summary>Neutral words in several scripts, from which sentences are made that read as sentences and claim nothing.</summary>
/// <param name="Subjects">What a clause is about.</param>
/// <param name="Verbs">What it does, in the form that goes with every subject.</param>
/// <param name="Objects">What it does it to.</param>
/// <param name="Joints">What joins two clauses.</param>
/// <param name="Asking">What a question begins with.</param>
/// <param name="Stop">Ends a sentence.</param>
/// <param name="AskingStop">Ends a question.</param>
/// <param name="Gap">What stands between words.</param>
/// <param name="VerbLast">True when the object comes before the verb.</param>
internal sealed record Vocabulary(string[] Subjects, string[] Verbs, string[] Objects, string[] Joints, string[] Asking, string Stop, string AskingStop, string Gap = " ", bool VerbLast = false)
{
    public static readonly Vocabulary Latin = new(
        [
            "a longer measurement", "the second survey", "the usual method", "a smaller sample", "each new report", "the first table", "an older record", "the simple model",
            "a careful reading", "the reported average", "the whole series", "a single case", "the shorter path", "another group", "the common definition", "a later revision",
            "the neighbouring district", "an independent count", "the proposed rule", "a mild winter", "the long bridge", "the morning train", "a public library", "the river",
        ],
        [
            "changes", "explains", "supports", "limits", "repeats", "precedes", "requires", "describes", "replaces", "leaves open", "agrees with", "differs from",
            "depends on", "makes room for", "says little about", "cannot settle", "is part of", "comes before", "follows from", "points towards", "counts against", "weakens",
        ],
        [
            "the result", "the earlier estimate", "the order of events", "the size of the difference", "what was counted", "the choice of units", "a part of the total",
            "the cost of waiting", "the number of visitors", "the question as it was put", "the next step", "the width of the interval", "most of the remaining cases",
            "the shape of the curve", "the reason for the delay", "the agreed boundary", "the weather of that week", "a change of wording", "the distance between the two",
            "the timetable", "the use of the old building", "the balance of the account", "the comparison with last year", "every other entry in the list",
        ],
        [", because ", ", although ", ", so ", ", and ", ", while ", ", unless ", "; in other words, ", ", whereas ", ", even if ", ", provided that "],
        ["is it known whether ", "how often is it the case that ", "what follows if ", "who has checked that ", "would it matter if ", "since when is it said that "],
        ".",
        "?");

    public static readonly Vocabulary Cyrillic = new(
        ["новый опыт", "второй отчёт", "обычный способ", "короткий список", "каждый пример", "первый расчёт", "более поздний обзор", "старый договор", "утренний поезд", "общий подсчёт"],
        ["объясняет", "изменяет", "подтверждает", "повторяет", "описывает", "ограничивает", "предполагает", "не учитывает", "опережает", "заменяет"],
        ["прежний результат", "порядок событий", "выбор единиц измерения", "большую часть случаев", "стоимость ожидания", "длину промежутка", "следующий шаг", "число посетителей", "разницу между таблицами", "форму кривой"],
        [", потому что ", ", хотя ", ", и ", ", а ", ", если только ", "; иначе говоря, ", ", поскольку "],
        ["известно ли, что ", "как часто бывает, что ", "что следует из того, что ", "кто проверил, что "],
        ".",
        "?");

    public static readonly Vocabulary Arabic = new(
        ["القياس الجديد", "التقرير الثاني", "الجدول الأول", "المثال القصير", "الحساب المستقل", "النموذج البسيط", "التعريف الشائع", "السجل القديم", "القطار الصباحي"],
        ["يفسر", "يغير", "يدعم", "يكرر", "يصف", "يسبق", "يتطلب", "لا يحسم", "يحد من"],
        ["النتيجة السابقة", "ترتيب الأحداث", "اختيار وحدات القياس", "معظم الحالات المتبقية", "تكلفة الانتظار", "الخطوة التالية", "عدد الزوار", "شكل المنحنى", "الفرق بين الجدولين"],
        ["، لأن ", "، مع أن ", "، بينما ", "، إلا إذا كان ", "، بشرط أن ", "؛ وبعبارة أخرى، "],
        ["هل من المعروف أن ", "كم مرة يحدث أن ", "ماذا ينتج إذا كان ", "من تحقق من أن "],
        ".",
        "؟");

    public static readonly Vocabulary Devanagari = new(
        ["नया माप", "दूसरा सर्वेक्षण", "पहला विवरण", "छोटा उदाहरण", "सामान्य तरीका", "हर नया लेख", "पुराना अभिलेख", "सरल नमूना", "प्रस्तावित नियम"],
        ["समझाता है", "बदलता है", "दोहराता है", "सीमित करता है", "स्पष्ट करता है", "खुला छोड़ता है", "आगे बढ़ाता है"],
        ["पिछले परिणाम को", "घटनाओं के क्रम को", "इकाइयों के चुनाव को", "अधिकांश शेष मामलों को", "प्रतीक्षा की लागत को", "अगले चरण को", "आगंतुकों की संख्या को", "वक्र के आकार को"],
        [", क्योंकि ", ", हालाँकि ", " और ", ", जबकि ", ", बशर्ते कि ", "; दूसरे शब्दों में, "],
        ["क्या यह ज्ञात है कि ", "कितनी बार ऐसा होता है कि ", "किसने जाँचा है कि "],
        "।",
        "?",
        VerbLast: true);

    public static readonly Vocabulary Chinese = new(
        ["新的测量", "第二次调查", "通常的方法", "较小的样本", "每一份报告", "第一张表格", "较早的记录", "简单的模型", "独立的统计", "后来的修订", "早班火车"],
        ["改变了", "说明了", "支持", "限制了", "重复了", "先于", "要求重新考虑", "描述了", "取代了", "没有解决", "不同于"],
        ["原来的结果", "事件的先后顺序", "单位的选择", "其余的大部分情况", "等待的成本", "访客的数量", "曲线的形状", "两者之间的距离", "下一个步骤", "当时提出的问题"],
        ["，因为", "，虽然", "，所以", "，而", "，除非", "；换句话说，", "，即使"],
        ["是否已经知道", "在什么情况下", "谁核实过"],
        "。",
        "？",
        "");

    /// <summary>Plain ones, one with a skin tone, two joined from several, a flag, one that is a character and a selector.</summary>
    public static readonly string[] Emoji = ["🙂", "📊", "🌧️", "👍🏽", "👩‍🔬", "🇪🇺", "🔁", "⚖️", "🚲", "👨‍👩‍👧"];
}
