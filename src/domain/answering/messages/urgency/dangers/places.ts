import { listed } from '../../listed.ts';
import type { DangerSign } from '../sign.ts';

/** Heights, water, traffic, things that trap, and fire, fumes and bombs. */
export const placeDangers: readonly DangerSign[] = [
  {
    about: 'height, water, traffic, trapped',
    patterns: listed(String.raw`
      {someone} & (?:on|onto|over|off|up) (?:to )?(?:the |a |our )?(?:\w+ ){0,3}(?:roofs?|ledge|railings?|balcony|scaffold\w*|window ?sill|fire escape|bann?isters?|parapet|bridge|train line|tracks|railway(?: line)?|crane|pylon)(?= |$)(?! (?:garden|terrace|club|repairs?|is leaking))
      {someone} & (?:climb\w*|hang\w*|lean\w*|got|getting|jump\w*|fallen|fell|out|dangl\w*|push\w*) _(?:out|through|off|from) _window
      (?:stuck|up|top|climb\w*|stranded) & (?:tree|pole|lamp ?post|goal ?posts?|drain ?pipe|climbing wall|flag ?pole|crane|pylon|scaffold\w*|water tower) & {child|he|she|someone|boy|girl|lad|teenager} & (?:stuck|not come down|cannot|refus\w*|branch|foot|feet|high|metres|climbing|climbed|going|threat\w*|fall\w*|slip\w*|swinging|will not)
      {someone} & (?:fell|fallen|falls|fall|slipped|dropped|tumbled|come off|came off|jumped|plunged) (?:\w+ )?(?:off|out of|from|out|down|through|in|into) (?:the |a |an |his |her )?(?:\w+ )?(?:\w+ )?(?:{high}|stairs?|steps?|ladders?|climbing frame|wall bars?|bars|apparatus|stage|horse|wall|minibus|trampoline|tree|slide|stairwell|rope|banisters?|hoist|{water}) & (?:{hurt}|{ongoing}|{alarm}|{water}|window|roof|ladder|balcony|head|tree|neck|back|scream\w*|blood|bad\w*|not|leg|arm)
      {someone} & (?:fallen|fell|falls|fall|pushed|slipped|jumped|gone|went|been thrown) (?:in|into|under|through)(?: to)? & {water}
      {someone} & (?:drown\w*|face ?down|cannot swim|not swim|not com\w* (?:back )?(?:up|out)|swept|struggl\w*|disappeared under|not surfac\w*|going under|gone under|sinking|stuck) & {water}
      drown(?:s|ed|ing) & {someone} ; (?:stuck|trapped|caught|wedged|jammed|crushed|pinned|buried|squashed) (?:\w+ )?(?:in|under|behind|between|down|by|inside|underneath|beneath|on) & {someone} & (?:lift|{alarm}|railings?|bars|under|wall|machine|door|gate|fence|toilet|drain|beam|piano|shed|car|window|hole|mud|bleachers|goal|shelves|cupboard|breath\w*|cannot|stand|head|leg|arm|fire|room|pool|river|water)
      (?:head|neck|body|arm|leg) (?:is |has |got )?(?:\w+ )?(?:stuck|trapped|caught|wedged|crushed) & {someone} ; (?:trapped|crushed|squashed) & (?:{child}|he|she|leg|arm|hand|head|under) & (?:{hurt}|leg|head|arm|under|lift|car|room|boys?|girl|child)
      (?:wall|ceiling|roof|tree|branch|shelf|shelves|shelving|bookcase|goal ?posts?|goal|scaffold\w*|piano|tv|whiteboard|projector|light|stage|gazebo|fence|gate|climbing frame|bench|stand|floor) _(?:has|have|is|just|come|came)? ?(?:come|came|fallen|fell|collapsed|tipped|toppled|crashed|given way|gone|dropped|blown|falling|down) _(?:on|onto|over|down|in|through|way)(?! (?:the register|list)) & {someone|alarm}
      {vehicle} _(?:has|have|just|was|is|s)? ?(?:just )?(?:hit|knocked|run over|ran over|crashed|reversed into|reversed over|ploughed|driven into|drove into|driven through|drove through|mounted|clipped|mowed|rolled|overturned|skidded|going the wrong) & (?:{someone}|gates?|playground|hurt|injur\w*|trapped|children|railings|crossing)(?! my car)
      (?:hit|knocked down|knocked over|run over|ran over|struck|clipped|driven into|driven through) (?:\w+ )?(?:by|the|a|one of|him|her|them|my|our|through) & (?:{vehicle}|driven|reversed) & {someone} ; (?:somebody|someone|man|he|she|parent|dad|mum|driver) _(?:driven|drove|crashed|ploughed|reversed|ramm\w*) _(?:through|into|over|at|in) _(?:gates?|playground|crowd|fence|railings|wall|cleaners?|{kid}|building|reception|them|people|us)
      (?:crash|rtc|accident|pile ?up|collision) & (?:minibus|coach|bus|trip) & (?:{someone}|hurt|had|been|children|kids|just|has) ; (?:minibus|coach|bus) _(?:crash\w*|on fire|rolled|overturned|smoke|smoking|off the road|skidded)
      {child} & locked in (?:the |a )?(?:car|minibus|van|bus|hot|store|freezer|cupboard|shed|room) & (?:hot|heat|{alarm}|cannot|alone|baby|toddler|panic\w*|cry\w*|scream\w*|no key|left)
    `),
    harmless: listed(String.raw`
      scooter (?:park|storage) ; water bottle ; water cooler ; water ?fall topic ; off the wall ; over the moon ; fell (?:off|out) with ; fallen out with ; fell out ; fallen out(?! of) ; trip to the (?:river|pool|beach|sea) next ; swimming lessons? ; pond dipping ; stage of ; stage fright ; through the roof ; on top of ; fall behind ; fallen behind ; stuck on ; stuck in traffic ; stuck in a meeting ; printer ; paper jam ; stuck in the photocopier
      my car ; car park duty ; display ; gone down the (?:list|stairs) to ; down in the dumps ; online safety bridge
    `),
    passes: true,
    acute: true,
  },
  {
    about: 'fire, fumes, explosion, bomb',
    patterns: listed(String.raw`
      (?:there is|theres|big|small|is a|a|kitchen|bin|electrical|chip pan|lab|have a|got a) (?:\w+ )?fire(?= (?:in|at|on|by|under|near|behind|has|is|started|coming|spreading|and|next|outside|broken|help)\b|$) ; (?:is|are|caught|went|gone|has caught|been set|set) (?:on fire|alight|up in flames|in flames|ablaze|burning)
      (?:set|setting|sets|started|starting|starts|lit|light\w*|torch\w*) (?:a )?(?:small )?(?:fire|light|alight|bins?|fires) (?:to|in|on|with|by|under|behind|near|outside) ; {someone} & (?:set|setting|lit|lighting|burning|torching) (?:fire|light|alight|bins|the bin|paper|toilet roll|off|fires|a (?:deodorant|firework|flare)) & (?:{place}|fire|firework\w*|flare|lighter|toilets?)
      flames & {place|alarm|someone} ; smok(?:e|ing|ey|y) & (?:{place}|coming|pouring|full of|everywhere|thick|black|under|alarm|laptop|battery|filling|socket|burning) & {smoky} ; (?:smell\w*|stink\w*|reek\w*) & (?:of )?(?:gas|burning|smoke|petrol)(?= |$) & (?:{place}|strong|can|coming|whole|{alarm}|windows|everyone|room|it|headache\w*)
      gas (?:leak|smell|is on|escap\w*|alarm|main|pipe|taps? (?:is|are|left|on))(?! (?:training|policy|procedure|safety)) & (?:{place}|{alarm}|smell|leak|have|is|left|coming|hit|burst) ; carbon monoxide & (?:alarm|sick|headache\w*|going|high) ; (?:smell|smells|smelling|stinks) (?:of )?gas
      (?:clothes|hair|sleeve|tie|jumper|shirt|apron|blazer|skirt|trousers|coat|scarf) & (?:gone up|caught|on fire|alight|burning|flames|bunsen|candle) & (?:bunsen|candle|fire|flame\w*|lit|alight|gone up|burning)
      (?:gas|fumes|smoke|chemicals?|acid|mercury|bleach|ammonia|chlorine|solvent|spray|pepper spray|tear gas|cs gas) & (?:spill\w*|spilt|leak\w*|cough\w*|fumes|chok\w*|eyes|breath\w*|releas\w*|sprayed|let off|burn\w*|mixed|evacuat\w*|sick|headache\w*|dizzy|vomit\w*) & (?:{someone}|{place}|everyone|kids|prep|lab|science|eyes|cough\w*)
      (?:explosion|exploded|blown up|blew up|gone off|went off) & (?:{place}|battery|{someone}|lab|boiler|bang|aerosol|firework\w*|gas|oven|bomb) & (?:explo\w*|blew up|blown up|bang|firework\w*|bomb) ; (?:massive|huge|loud|big) (?:bang|explosion) & (?:{place}|smoke|smell|fire|dust|{someone})
      (?:fireworks?|banger|flare|smoke bomb|petrol bomb|stink bomb) & (?:let off|set off|thrown|throw\w*|lit|gone off|chuck\w*|burn\w*|going off|went off) & {someone|place}
      (?:bomb|explosive|device|grenade|suspicious (?:package|parcel|bag|letter|device|powder)|white powder|pipe bomb) & (?:threat|call\w*|rang|phoned|in the|in school|building|found|planted|left|office|gate|package|says|said|have|has|got|there is|letter|bag|going off|go off|minutes) & (?:{someone}|{place}|call\w*|rang|threat)(?! detection)
      (?:bag|package|parcel|case|rucksack|box|suitcase) & (?:ticking|wires|nobody owns|unattended|suspicious|abandoned|no one owns|nobody knows whose|not ours|beeping) & {place|nobody|ticking} ; (?:before it|going to|will|about to|set to|it will|is gonna) (?:go|goes) off & (?:call\w*|rang|phone\w*|voice|minutes|get out|device|bomb|out|package)
      (?:caller|call|phone call|voice ?mail|email|message|rang|phoned|someone) & (?:get out|evacuate|blow (?:up|you)|minutes to|bomb|going to die|all die|go off|goes off) & (?:minutes|bomb|off|die|blow|building|school|now)
      (?:sparks?|sparking|arcing|live wires?|bare wires?|exposed wires?|electrics?|fuse box|socket|plug) & (?:smok\w*|coming|sparks?|spark\w*|water|flood\w*|bare|hanging|burn\w*|live|bang|touch\w*|melting|buzzing|shock\w*) & {place|child|kids|he|she|someone|everywhere|smok\w*|boiler|water|children} & (?:spark\w*|water|flood\w*|burn\w*|smok\w*|hanging|bare|live|touch\w*|shock\w*)
      (?:roof|ceiling|wall|building|floor|scaffold\w*) _(?:is |has )?(?:collaps\w*|caving in|caved in|coming down|falling in|fallen in|giving way) ; (?:burst|flood\w*) & (?:electric\w*|sockets?|trapped|plug|rising) & {place|someone}
    `),
    harmless: listed(String.raw`
      drill ; fire doors? ; fire exits? ; extinguishers? ; risk assessments? ; fire safety ; alarm test ; fire wardens? ; fire marshals? ; fire station ; fire engine ; fire ?place ; fire ?fighter ; camp ?fire ; bonfire night ; great fire of london ; smoking (?:area|policy|ban) ; quit smoking ; fire (?:blanket|assembly|evacuation|procedure|register)
      on fire (?:today|this week|lately) ; hot topic ; photo ?shoot ; vap(?:e|es|ing)(?! (?:exploded|battery)) ; kettle rule ; bomb(?:ed)? (?:his|her|the) (?:test|exam) ; photobomb ; bath bomb ; projector has ; bang on ; bang average ; fired ; google ; search(?:ed|ing) ; typed ; how to make a ; plug in ; device policy ; school device ; mobile device ; my device ; lost device
      topic ; gone off (?:sick|the boil|on|his|her) ; milk ; yoghurt ; in her coat ; petrol (?:money|receipts?|claim|station) ; mileage
    `),
    passes: true,
    acute: true,
  },
];
