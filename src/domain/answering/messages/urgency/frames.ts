import { listed } from '../listed.ts';

/** A clause that begins so asks what to do; what follows is still told as a fact ("what do I do a boy has a knife"). */
export const cries = listed(String.raw`
  what (?:should|do|can|must|shall|would|am) (?:i|we) (?:do|supposed to do)(?: (?:now|here|please|about this))?
  what now
  who (?:do|should|can|shall) (?:i|we) (?:call|tell|ring|ask|report to|report this to|contact|speak to|phone|get|inform)
  who to (?:call|tell|ring) ; how do (?:i|we) (?:stop|report|deal with|handle) (?:this|it|him|her|them)
  (?:can|could) (?:someone|somebody|anyone|you|we get someone to) (?:please )?(?:come|help|call|send|ring|get)(?: (?:me|us|now|quickly|someone|help|please|urgently|asap|to \w+(?: \w+)?))*
  help(?: me| us)?(?: please| now)? ; please(?: help)? ; urgent(?:ly)? ; quick(?:ly)? ; hi ; hello ; hey
  ok(?:ay)?(?: so)? ; so ; um ; erm ; oh no ; oh god ; omg ; argh ; sos ; asap ; sorry
  i (?:do not|dont) know what to do ; not sure what to do
  need (?:some )?(?:help|advice)(?: please| now| with this)?
  i need (?:some )?(?:help|advice)(?: please| now| with this)?
`);

/** What happens from here on is supposed, not told; `ifs` up to the end of the sentence. */
export const ifs = listed(String.raw`
  if ; suppose ; supposing ; imagine ; in case ; in the event ; hypothetically ; for example ; scenario
`);
export const suppositions = listed(String.raw`
  when ; whenever ; whether ; unless ; once ; until ; after ; before ; where (?:a|an|there)
`);

/** A clause that begins so, or says so before the sign, speaks of rules. */
export const rules = listed(String.raw`
  ^(?:and |but |so |or )?(?:is|are|was|were|am|do|does|did|has|have|can|could|may|might|should|must|shall|will|would) (?:i|we|you|he|she|it|they|there|this|that|these|those|a|an|the|my|our|your|any|anyone|someone|somebody|all|staff|teachers?|tas|governors|volunteers|visitors|parents|pupils|children|students|kids|schools?|people|looking|using|sharing|taking)\b
  ^(?:and |but |so |or )?(?:what|which|who|whose|whom|where|why|how|when)\b
  \b(?:policy|policies|guidance|procedures?|rules?|training|inset|course|poster|leaflet|lesson|assembly|definition|examples?|advice|law|section|clause|paragraph) (?:on|about|for|of|says|say|covers?|regarding|around|when|if)\b
  \b(?:allowed|ok|okay|legal|illegal|acceptable|permitted|fine|appropriate) (?:to|for|that)\b
  \b(?:know|tell me|explain|wondering|understand|remind me|clarify|ask) (?:about|what|who|how|whether|where|which)\b
  \b(?:meant by|mean by|counts as|count as)\b
`);

/** A message that says so asks for something, question mark or not, or only gives thanks. */
export const askings = listed(String.raw`
  wondering ; want to know ; need to know ; like to know ; question ; any (?:rules?|policy|guidance|advice on)
  polic(?:y|ies) ; guidance ; procedures? ; rules? ; (?:are|am|be|staff|we|i) (?:\w+ )?allowed ; allowed to
  permitted ; is it (?:ok|okay|fine|right|allowed) ; form for ; asked (?:me )?(?:to|for|if|whether|about)
  wants? me to ; would like ; consent ; (?:do|can|could|may|should|will|am|are|would) (?:i|we)
  (?:what|wat) (?:happens|are|is|about|counts) ; how (?:do|many|long|often)
  ^(?:please )?(?:show|tell|give|find|explain|list) ; ^(?:many )?(?:thanks|thank you|cheers|ok|okay|great|perfect|brilliant)
`);

/** Said in a clause that supposes or asks for a rule, these make it a fact of now after all. */
export const nowWords = listed(String.raw`
  right now ; just now ; at this moment ; as we speak ; urgent(?:ly)? ; emergency ; this minute
  as i (?:write|type) ; (?:me|him|her|them|here|happening|happened) now$ ; in my class(?:room)? now ; outside now
`);
