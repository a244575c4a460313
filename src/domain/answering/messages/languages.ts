/** A language that people around a UK school may write in, and how it is recognised. */
export interface Language {
  readonly code: string;
  /** In English, as a card prints it. */
  readonly name: string;
  /** "I can only search in English. Please ask in English." in the language itself. */
  readonly sentence?: string;
}

/** A language in a script of its own. `letters`: those that set it apart from others in the same script. */
export interface ScriptLanguage extends Language {
  readonly script: RegExp;
  readonly letters?: RegExp;
}

/** A language in Latin letters. `words`: frequent ones that English does not have, small words first. */
export interface LatinLanguage extends Language {
  readonly words: readonly string[];
}

/** Tried in order: within one script the language with letters of its own comes first. */
export const scriptLanguages: readonly ScriptLanguage[] = [
  {
    code: 'ur',
    name: 'Urdu',
    script: /\p{Script=Arabic}/u,
    letters: /[ٹڈڑںےہھ]/u,
    sentence: 'میں صرف انگریزی میں تلاش کر سکتا ہوں۔ براہ کرم انگریزی میں پوچھیں۔',
  },
  { code: 'ps', name: 'Pashto', script: /\p{Script=Arabic}/u, letters: /[ټډړښڼې]/u },
  { code: 'ckb', name: 'Kurdish', script: /\p{Script=Arabic}/u, letters: /[ڕڵێۆە]/u },
  {
    code: 'fa',
    name: 'Persian',
    script: /\p{Script=Arabic}/u,
    letters: /[پچژگکی]/u,
    sentence: 'من فقط می‌توانم به انگلیسی جستجو کنم. لطفاً به انگلیسی بپرسید.',
  },
  {
    code: 'ar',
    name: 'Arabic',
    script: /\p{Script=Arabic}/u,
    sentence: 'يمكنني البحث باللغة الإنجليزية فقط. يرجى طرح السؤال باللغة الإنجليزية.',
  },
  {
    code: 'uk',
    name: 'Ukrainian',
    script: /\p{Script=Cyrillic}/u,
    letters: /[іїєґ]/iu,
    sentence: 'Я можу шукати лише англійською. Будь ласка, запитайте англійською.',
  },
  {
    code: 'ru',
    name: 'Russian',
    script: /\p{Script=Cyrillic}/u,
    letters: /[ыэё]/iu,
    sentence: 'Я могу искать только на английском. Пожалуйста, задайте вопрос по-английски.',
  },
  {
    code: 'bg',
    name: 'Bulgarian',
    script: /\p{Script=Cyrillic}/u,
    letters: /ъ(?!е|ю|я)/iu,
    sentence: 'Мога да търся само на английски. Моля, попитайте на английски.',
  },
  {
    code: 'ru',
    name: 'Russian',
    script: /\p{Script=Cyrillic}/u,
    sentence: 'Я могу искать только на английском. Пожалуйста, задайте вопрос по-английски.',
  },
  {
    code: 'el',
    name: 'Greek',
    script: /\p{Script=Greek}/u,
    sentence: 'Μπορώ να αναζητήσω μόνο στα αγγλικά. Παρακαλώ ρωτήστε στα αγγλικά.',
  },
  { code: 'he', name: 'Hebrew', script: /\p{Script=Hebrew}/u, sentence: 'אני יכול לחפש רק באנגלית. נא לשאול באנגלית.' },
  {
    code: 'hi',
    name: 'Hindi',
    script: /\p{Script=Devanagari}/u,
    sentence: 'मैं केवल अंग्रेज़ी में खोज सकता हूँ। कृपया अंग्रेज़ी में पूछें।',
  },
  {
    code: 'bn',
    name: 'Bengali',
    script: /\p{Script=Bengali}/u,
    sentence: 'আমি শুধু ইংরেজিতে খুঁজতে পারি। অনুগ্রহ করে ইংরেজিতে জিজ্ঞাসা করুন।',
  },
  {
    code: 'pa',
    name: 'Punjabi',
    script: /\p{Script=Gurmukhi}/u,
    sentence: 'ਮੈਂ ਸਿਰਫ਼ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਖੋਜ ਕਰ ਸਕਦਾ ਹਾਂ। ਕਿਰਪਾ ਕਰਕੇ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਪੁੱਛੋ।',
  },
  { code: 'gu', name: 'Gujarati', script: /\p{Script=Gujarati}/u },
  { code: 'ta', name: 'Tamil', script: /\p{Script=Tamil}/u },
  { code: 'te', name: 'Telugu', script: /\p{Script=Telugu}/u },
  { code: 'ml', name: 'Malayalam', script: /\p{Script=Malayalam}/u },
  { code: 'si', name: 'Sinhala', script: /\p{Script=Sinhala}/u },
  { code: 'th', name: 'Thai', script: /\p{Script=Thai}/u },
  { code: 'am', name: 'Amharic or Tigrinya', script: /\p{Script=Ethiopic}/u },
  { code: 'ka', name: 'Georgian', script: /\p{Script=Georgian}/u },
  { code: 'hy', name: 'Armenian', script: /\p{Script=Armenian}/u },
  {
    code: 'ja',
    name: 'Japanese',
    script: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    sentence: '英語でのみ検索できます。英語で質問してください。',
  },
  { code: 'zh', name: 'Chinese', script: /\p{Script=Han}/u, sentence: '我只能用英语搜索。请用英语提问。' },
  {
    code: 'ko',
    name: 'Korean',
    script: /\p{Script=Hangul}/u,
    sentence: '영어로만 검색할 수 있습니다. 영어로 질문해 주세요.',
  },
];

export const latinLanguages: readonly LatinLanguage[] = [
  {
    code: 'cy',
    name: 'Welsh',
    sentence: 'Dim ond yn Saesneg y gallaf chwilio. Gofynnwch yn Saesneg, os gwelwch yn dda.',
    words:
      'yn yr ydw ydy ydych oes mae ydyn rydw dw wyf fy eich ein beth pwy sut pryd lle ble pam gallaf gall alla allwch caf gaf ffôn ysgol athro athrawon plant plentyn disgybl disgyblion lluniau polisi defnyddio ddefnyddio tynnu dynnu gyda gan hefyd neu ond dylwn ddylwn gwneud wneud rhaid wrth bod nid dim'.split(
        ' ',
      ),
  },
  {
    code: 'pl',
    name: 'Polish',
    sentence: 'Mogę szukać tylko po angielsku. Proszę zadać pytanie po angielsku.',
    words:
      'czy mogę moge jak kto gdzie kiedy dlaczego jest są się sie nie tak dla jaki jaka jakie mój moja swój swojego swoje telefon telefonu szkole szkoły szkola uczeń uczen ucznia uczniowi uczniów uczniem zdjęcia zdjecia dziecko dziecka dzieci dzieciom proszę prosze robić robic zrobić używać uzywac można mozna powinienem powinnam nauczyciel jeśli jesli przez tego komu co mam być'.split(
        ' ',
      ),
  },
  {
    code: 'ro',
    name: 'Romanian',
    sentence: 'Pot căuta doar în limba engleză. Vă rog să întrebați în engleză.',
    words:
      'pot să și si este sunt cum cine unde când cand ce pentru în din cu un la care meu mea mele telefonul telefon școală scoala școală elev elevi elevii elevul copil copii copilul copiii poze fotografii trebuie vă rog dacă daca folosi face fac ale despre nu mai'.split(
        ' ',
      ),
  },
  {
    code: 'fr',
    name: 'French',
    sentence: 'Je ne peux chercher qu’en anglais. Merci de poser votre question en anglais.',
    words:
      'je puis peux puisje est-ce que qui quoi où quand comment pourquoi les des une mon ma mes avec pour dans sur sont est élève élèves eleve eleves enfant enfants école ecole téléphone telephone photos utiliser prendre faire dois doit quel quelle quels bonjour merci nous vous pas au aux du et il elle ils elles si'.split(
        ' ',
      ),
  },
  {
    code: 'es',
    name: 'Spanish',
    sentence: 'Solo puedo buscar en inglés. Por favor, pregunte en inglés.',
    words:
      'puedo puede qué que quién quien cómo como cuándo cuando dónde donde por para con los las una mi mis el del es son está usar tomar hacer fotos teléfono telefono móvil movil alumno alumnos alumna niño niños niña escuela colegio hola gracias debo tengo un si no al y de'.split(
        ' ',
      ),
  },
  {
    code: 'pt',
    name: 'Portuguese',
    sentence: 'Só consigo pesquisar em inglês. Por favor, pergunte em inglês.',
    words:
      'posso pode quem como quando onde por para com os uma meu minha meus minhas é são está usar tirar fazer fotos telefone telemóvel celular aluno alunos aluna criança crianças escola olá obrigado obrigada devo tenho um não nao ao do da dos das em de que'.split(
        ' ',
      ),
  },
  {
    code: 'it',
    name: 'Italian',
    sentence: 'Posso cercare solo in inglese. Per favore, faccia la domanda in inglese.',
    words:
      'posso può chi come quando dove perché per con gli una il mio mia miei mie è sono usare fare foto fotografie telefono cellulare alunno alunni bambino bambini scuola ciao grazie devo ho un non al del della dei delle di che cosa'.split(
        ' ',
      ),
  },
  {
    code: 'de',
    name: 'German',
    sentence: 'Ich kann nur auf Englisch suchen. Bitte stellen Sie Ihre Frage auf Englisch.',
    words:
      'ich darf kann wer wie wann wo warum der das ein eine einen mein meine meinen mit für und oder ist sind nicht schüler schülern schule kind kinder fotos handy benutzen verwenden machen muss soll hallo danke bitte auf von zu dem den wenn'.split(
        ' ',
      ),
  },
  {
    code: 'nl',
    name: 'Dutch',
    sentence: 'Ik kan alleen in het Engels zoeken. Stel uw vraag in het Engels.',
    words:
      'ik mag kan wie hoe wanneer waar waarom het een mijn met voor en zijn niet leerling leerlingen kind kinderen telefoon gebruiken maken moet hallo dank van naar wat de als'.split(
        ' ',
      ),
  },
  {
    code: 'tr',
    name: 'Turkish',
    sentence: 'Yalnızca İngilizce arama yapabilirim. Lütfen İngilizce sorun.',
    words:
      've bir bu için icin nasıl nasil kim nerede ne zaman neden miyim mıyım muyum mı telefonumu telefon okul okulda öğrenci öğrenciler ogrenci çocuk çocuklar cocuk fotoğraf fotograf kullanabilir çekebilir yapmalıyım ile değil degil var merhaba lütfen'.split(
        ' ',
      ),
  },
  {
    code: 'lt',
    name: 'Lithuanian',
    words:
      'ar galiu kaip kas kur kada kodėl yra ir su mano savo telefoną telefonu mokykloje mokinys mokiniai mokinių vaikas vaikai vaikų nuotraukas fotografuoti naudoti reikia turiu labas ačiū'.split(
        ' ',
      ),
  },
  {
    code: 'so',
    name: 'Somali',
    words:
      'ma waxaan waxa sidee yaa goorma xagee sababta iyo ama ka ku u la waa maxaan maxaa ardayga arday ardayda carruurta ilmaha dugsiga iskuulka taleefanka taleefoonka telefoonkayga isticmaali karaa sawir sawirro mahadsanid'.split(
        ' ',
      ),
  },
  {
    code: 'hu',
    name: 'Hungarian',
    words:
      'hogyan ki hol mikor miért van és vagy egy az nem telefonomat telefont iskola iskolában diák diákok tanuló tanulók gyerek gyerekek fényképet használhatom szabad kell köszönöm kérem'.split(
        ' ',
      ),
  },
  {
    code: 'sq',
    name: 'Albanian',
    words:
      'mund të si kush ku kur pse është dhe ose një për me telefonin tim telefon shkollë shkolla nxënës nxënësit fëmijë fëmijët foto fotografi përdor bëj duhet faleminderit përshëndetje'.split(
        ' ',
      ),
  },
];
