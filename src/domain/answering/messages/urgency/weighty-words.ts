import { listed } from '../listed.ts';

/**
 * Words that weigh by themselves once a clause tells a fact about a person: the signs cannot foresee every sentence, and
 * a needless safety card costs less than a missed one.
 */
export const weightyWords = listed(String.raw`
    abus(?:e|ed|ing|ive) ; groom\w* ; molest\w* ; touch(?:ing|ed|es) ; nudes? ; naked ; porn\w* ; sext\w*
    sexual\w* ; indecent ; explicit ; bull(?:ied|ying|ies) ; cyber ?bull\w* ; bruis(?:e|es|ing) ; hurt(?:s|ing)?
    hits? ; slap\w* ; shov(?:e|ed|es|ing) ; shout(?:ed|ing|s) at ; sw(?:ore|earing|ears) at ; scared ; frightened
    unsafe ; uncomfortable ; inappropriate\w* ; blackmail\w* ; threat(?:s|ened|ening|ens)? ; harass\w* ; stalk\w*
    hacked ; phished ; scammed ; virus ; ransomware ; malware ; stolen ; nicked ; leaked ; deep ?fakes?
    fake (?:account|profile|page|photo|picture|video) ; meme ; impersonat\w* ; pretending to be ; vap(?:e|es|ing)
    drugs ; cannabis ; weed ; alcohol ; drunk ; self ?harm\w* ; cutting ; extremis\w* ; radicali[sz]ed ; racist
    racially ; homophobic ; too (?:close|friendly) ; loves? me
    wrong (?:parents?|person|people|address|family|class|group|email|one)
    (?:gave|put|entered|typed|told) __my (?:password|login|log in|details) ; (?:every|all|all the) parents?
    selfies? ; filming ; secretly ; lock(?:s|ed|ing) (?:him|her|them) (?:in|out|up) ; starv\w+ ; neglect\w* ; nasty
    vile ; upskirt\w* ; wants to meet ; open to pupils ; confidential
    (?:pupils?|students?|year \d+s?|girls|boys|kids|children) on (?:snapchat|instagram|whatsapp|facebook|tiktok|discord)
    calls? me names ; hand up ; alone with ; private photos? ; exposed
`);

/** A clause tells a fact about a person when it has both of these. */
export const persons = listed(String.raw`
  {child} ; {adult} ; he ; she ; they ; him ; her ; them ; one of (?:my|our|ours|the) ; i ; we ; my ; our ; there is
  year \d+ ; lunchtime ; dinner lady ; boys ; girls ; [\w]+ (?:is|has|was|had)
`);
export const tellingVerbs = listed(String.raw`
  is ; are ; was ; were ; has ; have ; had ; just ; been ; keeps ; kept ; got ; went ; came ; gave ; put ; took
  sent ; said ; says ; told ; saw ; heard ; found ; made ; did ; left ; lost ; showed ; asked ; wrote ; started
  caught ; threw ; hit ; stole
  (?!(?:need|red|bed|feed|allowed|supposed|required|based|shared|used|published|interested|asked)\b)[a-z]{2,}ed
`);

/** Somebody else than the writer, and what tells of them; a message of such facts that asks nothing is a report. */
export const others = listed(String.raw`
  {child} ; {adult} ; he ; she ; they ; him ; her ; his ; one of (?:my|our|ours|mine|the) (?:\w+ )?
`);
export const toldOfOthers = listed(String.raw`
  is ; are ; was ; were ; has ; have ; had ; just ; been ; keeps ; kept ; got ; went ; came ; gave ; put ; took
  sent ; said ; says ; told ; saw ; heard ; found ; made ; did ; left ; showed ; wrote ; started ; caught ; threw
  say ; claims? ; reckons? ; let slip ; drew ; hid ; hung ; shook ; wore ; felt ; spoke ; stood ; tore ; slept ; bought ; sold ; paid ; knew ; grew ; held ; lied ; met ; spat ; stuck ; swore ; taught ; woke ; rang ; lay ; rode ; drove ; led ; sang
  (?:he|she|sir|miss|mum|dad|teacher|ta|coach) (?:always |never |just |often |only |still |also )?(?!is\b|was\b|has\b|does\b|wants\b|needs\b|likes\b|loves\b|asks\b)[a-z]{2,}[a-rt-z]s
  hit ; stole ; ran ; fell ; drank ; ate ; cut ; set ; broke ; bit ; hid ; cried ; wet ; goes ; does not ; did not
  not ; (?:messages|texts|touches|meets|follows|hurts|hits|scares) (?:him|her|them) ; \w{2,}ed
`);

/** What makes weighty words a matter of teaching, of rules or of things. */
export const otherMatters = listed(String.raw`
  polic(?:y|ies) ; guidance ; procedures? ; lessons? (?:on|about) ; assembl(?:y|ies) ; planning ; project ; essays?
  poster ; leaflet ; course ; training ; inset ; book ; novel ; story ; film ; play ; drama ; research ; survey
  questionnaire ; awareness ; week ; club ; curriculum ; education ; pshe ; rse ; workshop ; display ; talk about ; talk on
  risk assessment ; template ; form ; wording ; printer ; photocopier ; wifi ; internet ; projector ; coffee
  report is ; killing me ; first aid box ; drill ; homework ; ofsted ; inspector ; inspection ; would like to
  want to (?:run|know|ask|do|book|buy|plan|set) ; supposed to ; meant to ; allowed ; need to know ; looking for
  cyber attack ; heart rate ; toilet roll ; glue ; scissors ; confidential waste ; rule ; rules ; ok ; okay
  new (?:phone|laptop|pupil)
`);
