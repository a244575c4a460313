import { listed } from '../../listed.ts';
import type { DangerSign } from '../sign.ts';

/** Harm that waits outside school, soon: at home, on a journey, with somebody met online. */
export const homeDangers: readonly DangerSign[] = [
  {
    about: 'harm awaited at home',
    patterns: listed(String.raw`
      {will} (?:\w+ )?(?:hurt|hit|beat|touch|rape|kill|batter|belt|leather|murder|punch|strangle|get|smash|hammer|hit on|do it to|put) (?:to sleep )?(?:her|him|them|me|us|my|his|mum|dad|their|us all|the baby)(?: \w+)? & (?:tonight|when|later|again|after|at home|today|home time|home|gets? (?:back|in)|pick\w*|collect\w*|forever|sleep|this (?:weekend|evening)|weekend|if (?:he|she) (?:goes|gets)|let|finds out)
      (?:scared|afraid|frightened|terrified|petrified|refus\w+|begg\w+|begs|begged|panick\w+|crying|hysterical|scared stiff|desperate|dreading|hiding|not want|will not|wont|does not want|do not want) & (?:(?:to )?go(?:ing)? (?:back )?home|go with (?:him|her|dad|mum|his|them|uncle|stepdad)|(?:dad|mum|him|her|stepdad|father) (?:to )?(?:pick|collect|take|get)\w* (?:her|him|them|me)|get in the (?:car|van)|getting in the (?:car|van)|leave school|go to (?:his|her) (?:dads?|mums?|fathers?|house)|let (?:her|his|their) (?:dad|mum|stepdad|father|uncle) \w+) & {soon|kill|batter|punch\w*|outside|beat\w*|hurt\w*|hit\w*|dad is|terrified|begg\w*|scared|afraid|refus\w*|petrified|not safe|frightened}
      not (?:feel |be |going to be |)?safe (?:going|to go|at|with|in|here|tonight|round|if) _(?:home|him|her|dad|mum|tonight|house|there|stepdad|we) & {someone} ; (?:is|are) not safe$ ; (?:is|are|child|kids|children|he|she|we|am|and|in|staff|someone) _in (?:immediate |real |serious |great |grave |imminent |terrible )?danger(?! zone)
      (?:brother|dad|stepdad|father|mum|uncle|boyfriend|partner|someone|somebody|he|ex|husband) & (?:smashing|hitting|beating|attacking|battering|strangling|kicking|trying to get|breaking|hurting|killing|screaming|got a knife|going for|banging|drunk and) & (?:rang|ring|phoned|phoning|on the phone|texted|texting|messaged|messaging|locked (?:in|her|him|them)|hiding|calling|called|video call\w*|crying down)
      (?:mum|dad|mother|father|nan|parent|carer|gran|grandma|grandad|brother|sister) & (?:lying|lies|on the) & (?:floor|stairs|bed) & (?:not (?:answer\w*|mov\w*|wak\w*|respond\w*)|blood|asleep and|will not wake|cold) & {says|rang|phoned|text\w*|messag\w*|told|home}
      (?:alone|on (?:his|her|their) own|by (?:him|her|them)sel\w+) (?:at home|in the house|all (?:night|weekend)) & (?:baby|toddler|{little}|\d year old|no food|no heating|days|since) & (?:now|tonight|baby|days|no food|since)
    `),
    harmless: listed(String.raw`
      account ; password ; e ?mails? ; website ; danger (?:and risk|policy) ; stranger danger ; friday night football ; sleepover ; because (?:it|school) is ; enjoy\w* ; homework
    `),
    passes: false,
    acute: false,
  },
  {
    about: 'going off with somebody, or abroad',
    patterns: listed(String.raw`
      (?:about to|going to|going off to|go off to|on (?:his|her|their) way to|gone (?:off )?to|planning to|arranged to|left to|plans to|agreed to|off to|gonna|going|will|heading (?:off )?to|is|are|sneak\w* (?:off|out) to|she is|he is|they are|left) (?:be )?(?:meet|meeting|see|meet up|meeting up) (?:up )?(?:with )?(?:a |an |some |this |the |her |his )?(?:\w+ ){0,3}(?:man|stranger|someone|somebody|guy|person|adult|friend|lad|woman|bloke|him|boyfriend|boy|older|online|randomer|one) & (?:online|off (?:snap\w*|insta\w*|discord|roblox|the internet|tiktok|fortnite|an app|a game)|from (?:snap\w*|insta\w*|discord|the internet|tiktok|an app|a game|online|roblox)|internet|never met|only (?:knows|met|spoken|talked)|met (?:on|online)|after school|tonight|tomorrow|today|at (?:\d|the station|the park)|station|park|man|bloke|stranger|older|hotel|year old|weekend|snap\w*|discord|his (?:house|flat|car)|now|later)
      {child|she|he|they} & (?:fly\w*|plane|flight|airport|ticket|taking (?:her|him|them)|taken|going|sent|sending|abroad|travell\w*|holiday|leaving the country|trip|back to|out to|boat) & (?:marr\w+|wedding|husband|be cut|cut|circumcis\w*|fgm|cutting ceremony|engaged|become a woman|special ceremony) & {soon}
      (?:forced|arranged) (?:to |into )?marr\w* & {child|she|he} & {soon} ; (?:going|leaving|off|flying|travelling) to (?:syria|isis|fight|join|war) & {child|she|he|they} & {soon|plane|ticket\w*|train|passport}
    `),
    harmless: listed(String.raw`
      attend the ; staff wedding ; my wedding ; her sisters wedding ; may I ; ehcp ; social worker ; educational psychologist ; review meeting ; meeting about ; in the (?:summer )?holidays ; next (?:term|year)
    `),
    passes: true,
    acute: false,
  },
  {
    about: 'drunk or unfit to take a child',
    patterns: listed(String.raw`
      {drunk} & (?:mum|dad|mother|father|parent|carer|grandad|nan|grandma|gran|uncle|aunt\w*|stepdad|stepmum|driver|he|she|brother|partner|boyfriend|childminder|man|woman|escort) & (?:collect\w*|pick\w* up|pick ?up|pick\w*|take (?:him|her|them|the)|taking|driv\w+|car|keys|home|wheel|drove|van|school run|kids in the back)(?! park duty) & (?:is|are|has|have|now|here|just|and|in|at|wants?|trying|with|outside|turned|came|come|to)(?= )
      (?:collect\w*|pick\w*|pickup|driv\w+|drove)__(?:drunk|intoxicated|smells of (?:drink|alcohol)|off (?:his|her) (?:head|face)|stoned|over the limit|high|wasted|hammered|pissed)
    `),
    harmless: listed(String.raw`
      drink driving campaign ; taken drunk ; taxi home ; staff party ; night out ; christmas do
    `),
    passes: true,
    acute: false,
  },
  {
    about: 'danger by name, and cries for help',
    patterns: listed(String.raw`
      (?:this|it) is an emergency ; ^emergency$ ; emergency in ; (?:real|medical|life threatening|genuine) emergency ; life (?:threatening|or death|and death) ; (?:ring|rang|call|called|calling|dial|dialled|need|ringing|phoning|phone) (?:the )?(?:999|police now|police quick\w*|police asap|fire brigade|ambulance) ; police now
      need (?:the )?police (?:now|here|quick\w*|asap|urgently) ; (?:send|get|call) (?:the )?police & {someone} ; (?:{child}|he|she|they|someone|we|i|staff) (?:is|are|am)? ?in danger
      (?:come|help|send help|need help|need someone|need slt|need the head|need backup|send someone|someone|get someone) (?:\w+ ){0,4}(?:quick\w*|now|asap|urgent\w*|immediately|straight away|right away|fast) & {someone} & (?:hurt\w*|lost it|floor|scream\w*|out of control|attack\w*|bad|hit\w*|cannot|not|violent\w*|throw\w*|blood|kick\w*|toilet\w*|hall|room|field|playground|gate|corridor)
    `),
    harmless: listed(String.raw`
      emergency (?:contacts?|numbers?|form|plan|procedure|drill|evacuation|lighting|exit|services talk|details|first aid course) ; printer ; projector ; wifi ; photocopier ; cover ; laptop ; log ?in ; password
    `),
    passes: true,
    acute: true,
  },
];
