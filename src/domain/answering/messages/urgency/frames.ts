import { listed } from '../listed.ts';

/** A clause that begins so asks what to do; what follows is still told as a fact ("what do I do a boy has a knife"). */
export const cries = listed(String.raw`
  what (?:should|do|can|must|shall|would|am) (?:i|we) (?:do|supposed to do)(?: (?:now|here|please|about this|first))?
  what now
  who (?:do|should|can|shall) (?:i|we) (?:call|tell|ring|ask|report to|report this to|contact|speak to|phone|get|inform)(?: first)?
  who to (?:call|tell|ring) ; how do (?:i|we) (?:stop|report|deal with|handle) (?:this|it|him|her|them)
  (?:can|could) (?:someone|somebody|anyone|you|we get someone to) (?:please )?(?:come|help|call|send|ring|get)(?: (?:me|us|now|quickly|quick|someone|help|please|urgently|asap|to \w+(?: (?!shes|hes|she|he|is|are)\w+)?))*
  help(?: me| us)?(?: please| now)? ; please(?: help)? ; urgent(?:ly)? ; quick(?:ly)? ; hi ; hello ; hey ; come quick(?:ly)?
  ok(?:ay)?(?: so)? ; so ; um ; erm ; oh no ; oh god ; omg ; argh ; sos ; asap ; sorry ; right
  i (?:do not|dont) know what to do ; not sure what to do
  need (?:some )?(?:help|advice)(?: please| now| with this)?
  i need (?:some )?(?:help|advice)(?: please| now| with this)?
`);

/** What happens from here on is supposed, not told; `ifs` up to the end of the sentence. */
export const ifs = listed(String.raw`
  if ; suppose ; supposing ; imagine ; in case ; in the event ; hypothetically ; for example ; scenario
`);
export const suppositions = listed(String.raw`
  when ; whenever ; whether ; unless ; once ; until ; after ; before ; where (?:a|an|there) ; (?:child|pupil|kid|student|someone|somebody|person|parent) (?:who|that)
`);

/** A clause that begins so tells when something happened: "when I got back he was …". */
export const narratives = listed(String.raw`
  ^(?:and |but |so )?(?:when|after|once|while|as|before|by the time|as soon as) (?:i|we|he|she|they|my \w+|the \w+|one of \w+(?: \w+)?) (?:\w+ )?(?:was|were|had|did|came|got|went|told|saw|found|left|sat|heard|took|asked|said|walked|tried|turned|opened|looked|\w{3,}(?<!ne)ed)\b
  ^(?:has|have|did|does|any) ?(?:any ?one|any ?body|some ?one|you)? (?:seen|know where|got)\b
  ^anyone seen ; ^when you (?:read|get|see) this
`);

/** A clause that begins so, or says so before the sign, speaks of rules. */
export const rules = listed(String.raw`
  ^(?:and |but |so |or )?(?:is|are|was|were|am|do|does|did|has|have|can|could|may|might|should|must|shall|will|would) (?:i|we|you|he|she|it|they|there|this|that|these|those|a|an|the|my|our|your|any|anyone|someone|somebody|all|staff|teachers?|tas|governors|volunteers|visitors|parents|pupils|children|students|kids|schools?|people|looking|using|sharing|taking|upskirting|vaping|smoking|midday|trainee|supply)\b
  ^(?:and |but |so |or )?(?:what|which|who|whos|whose|whom|where|why|how|when)\b
  \b(?:policy|policies|guidance|procedures?|rules?|training|inset|course|poster|leaflet|lesson|assembly|definition|examples?|advice|law|section|clause|paragraph) (?:on|about|for|of|says|say|covers?|regarding|around|when|if)\b
  \b(?:allowed|ok|okay|legal|illegal|acceptable|permitted|fine|appropriate) (?:to|for|that)\b
  \b(?:(?:wants?|need|like|wanted|love) to know|(?:can|could|please|you) (?:you |please )?(?:tell me|explain|remind me|clarify)|wondering|do you know|let me know) (?:about|what|who|how|whether|where|which|if)\b
  \b(?:meant by|mean by|counts as|count as)\b
  ^(?:staff|teachers|you|we|adults|schools) (?:must|should|may|shall)\b
  ^(?:can|could|may|should|shall|does|do|would) (?!not\b|someone|somebody|anyone)\w+
  ^(?:i|we) (?:want|would like|d like|hope|plan|am planning|are planning|am hoping) to (?!report|tell|raise|flag|disclose|talk|speak|die|end|kill|go home)\w+
  ^(?:tell me|explain|remind me|clarify)
  ^(?:define|signs of|definition of|list of|examples of)\b
`);

/** Mid-clause a question begins here: the words before it are told ("a boy has a knife should I lock the door"). */
export const askings = listed(String.raw`
  (?:what|who|whom|how|where) (?:do|should|shall|can|must|am|would) (?:i|we) ; (?:can|could|should|shall|may|do|must|am) (?:i|we)
  (?:can|could|should|may) (?:he|she|they|it|there|that|this|you|someone|somebody|anyone) ; is (?:he|she|it|that|this) (?:allowed|ok|okay|right|meant|supposed) ; (?:any|is there any) advice ; what now ; is (?:it|that|this) (?:ok|okay|allowed|right|fine|normal|a breach)
  who (?:orders|fixes|signs|decides|gets|deals|resets|does|covers|is responsible|do i) ; where (?:is|are|can|do|does) (?:the|a|an|my|our|i|we) ; how (?:do|long|many|can)
`);

/** A message that says so asks for something, question mark or not, or only gives thanks. */
export const requests = listed(String.raw`
  wondering ; want to know ; need to know ; like to know ; question ; any (?:rules?|policy|guidance|advice on)
  polic(?:y|ies) ; guidance ; procedures? ; rules? ; (?:are|am|be|staff|we|i) (?:\w+ )?allowed ; allowed to
  permitted ; is it (?:ok|okay|fine|right|allowed) ; form for ; asked (?:\w+ )?(?:to|for|if|whether|about)
  wants? me to ; would like ; consent ; (?:do|can|could|may|should|will|am|are|would) (?:i|we)
  (?:what|wat) (?:happens|are|is|about|counts) ; how (?:do|many|long|often)
  ^(?:please )?(?:show|tell|give|find|explain|list|send) ; ^(?:many )?(?:thanks|thank you|cheers|ok|okay|great|perfect|brilliant)
`);

/** A message that opens so asks what to do in some case. */
export const whatToDo = listed(String.raw`
  what (?:do|should|must|shall|would|can|does) (?:i|we|you|one|staff|a teacher) (?:do|say) ; how (?:do|should|would|can|does) (?:i|we|you|staff|one) (?:respond|react|deal|handle|help|act|cope|stop|calm)
  what (?:am|are) (?:i|we) (?:supposed|meant) to do ; who (?:do|should|would) (?:i|we|you) (?:ring|call|get|tell|phone|contact) ; what to do ; what now ; who calls ; what do i
`);

/** Said in a clause that supposes or asks for a rule, these make it a fact of now after all. */
export const nowWords = listed(String.raw`
  right now ; just now ; at this moment ; as we speak ; urgent(?:ly)? ; emergency ; this minute
  as i (?:write|type) ; (?:me|him|her|them|here|happening|happened) now$ ; in my class(?:room)? now ; outside now
`);

/** Told of another day, or as over. */
export const pastTimes = listed(String.raw`
  yesterday ; last (?:night|week|weekend|term|year|month|lesson|half ?term|(?:mon|tues|wednes|thurs|fri|satur|sun)day|summer|christmas|easter)
  the other (?:day|week|night|morning) ; (?:days?|weeks?|months?|years?|ages) ago ; (?:at|over|during) the weekend ; in the (?:summer )?holidays
  at (?:his|her|their|my) (?:old|last|previous) (?:school|nursery) ; when (?:he|she|they|i) (?:was|were) (?:little|younger|small|four|five|six|seven|a (?:kid|child|baby)|\d+)
  used to ; in the past ; previously ; historic\w* ; no longer ; (?:has|have) (?:now )?stopped (?:doing|it|now|all)? ; on (?:mon|tues|wednes|thurs|fri|satur|sun)day (?:night|morning|evening|afternoon)?$
  earlier (?:this|in the) (?:week|term|year)
`);
export const resolved = listed(String.raw`
  (?:is|are|seems?|now|was) (?:now |all |absolutely |perfectly |completely )?(?:fine|ok|okay|safe|all right|alright|better|calm)(?: now)? ; (?:has|have|been|was|were) (?:since )?(?:been )?(?:collected|found|dealt with|sorted|discharged|returned|arrested|put out)
  (?:was|were|been) (?:taken to|seen at|in|at) (?:\w+ )?hospital ; in hospital now ; home safe ; turned up safe ; false alarm ; back (?:safe|in class) now ; all (?:over|clear|sorted|safe)
`);
