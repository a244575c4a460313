import { listed } from '../listed.ts';

/** The words that a name in braces stands for in a sign. They may hold such names in their turn, one level deep. */
export const slots: Readonly<Record<string, readonly string[]>> = {
  child: listed(String.raw`
    (?:\d+|four|five|six|seven|eight|nine|ten|eleven) year olds? ; sixth formers? ; tots? ; little ones? ; siblings?
    sister ; pupils? ; child ; children ; students? ; kids? ; boys? ; girls? ; lads? ; lass ; teens? ; teenagers?
    toddlers? ; baby ; infants? ; learners? ; (?:year|yr|y) ?\d+s? ; my class ; my form ; tutee ; son ; daughter
  `),
  adult: listed(String.raw`
    parents? ; mums? ; mothers? ; dads? ; dad ; daddy ; mummy ; fathers? ; stepdad ; stepfather ; stepmum ; carers?
    man ; woman ; men ; bloke ; guy ; stranger ; adult ; colleagues? ; teachers? ; tas? ; teaching assistants?
    members? of staff ; staff members? ; staff ; volunteers? ; visitors? ; governors? ; coach ; caretaker
    co ?workers? ; headteacher ; head ; deputy ; cleaner ; cook ; driver ; uncle ; brother ; cousin ; grandad
    boyfriend ; lsa ; lunchtime supervisor ; contractor ; (?:mr|mrs|ms|miss|sir) \w+ ; someone ; somebody ; person
    people ; hackers?
  `),
  one: listed(String.raw`
    he ; she ; they ; it ; we ; i ; another
  `),
  have: listed(String.raw`
    has ; have ; had ; has just ; have just ; had just ; has been ; have been ; just ; has now ; is ; are ; was
    were ; keeps? ; kept ; is now ; has again ; have accidentally ; accidentally ; has accidentally ; think i have
    may have ; might have ; has apparently ; also
  `),
  self: listed(String.raw`
    himself ; herself ; themsel(?:f|ves) ; their self ; his self ; her self ; hisself ; myself
  `),
  them: listed(String.raw`
    him ; her ; them ; me ; us ; people ; others ; everyone ; someone ; staff ; each other ; another ; his ; a ; the
    my ; our ; one ; other ; two ; some
  `),
  weapon: listed(String.raw`
    knife ; knives ; blade ; penknife ; gun ; pistol ; machete ; weapon ; razor ; axe ; sword ; bomb ; crossbow
    air rifle ; bb gun ; hammer ; screwdriver ; knuckleduster ; acid ; scissors
  `),
  explicit: listed(String.raw`
    nudes? ; naked ; indecent ; porn\w* ; sexual\w* ; sexy ; explicit ; inappropriate ; sext\w* ; child abuse ; dick
    topless ; private parts
  `),
  picture: listed(String.raw`
    pictures? ; pics? ; photos? ; photographs? ; images? ; videos? ; selfies? ; screenshots? ; clips?
  `),
  account: listed(String.raw`
    account ; accounts ; e ?mails? ; passwords? ; log ?in ; laptop ; computer ; ipad ; tablet ; phone ; mobile
    teams ; pc ; inbox ; network ; system ; files?
  `),
  thing: listed(String.raw`
    laptop ; phone ; mobile ; ipad ; tablet ; chromebook ; usb ; usb stick ; memory stick ; stick ; pen drive
    flash drive ; hard drive ; drive ; diary ; notebook ; papers? ; files? ; folder ; register ; reports?
    camera ; planner ; mark ?book ; medical forms? ; books ; device
  `),
  victim: listed(String.raw`
    him ; her ; them ; me ; us ; people ; others ; everyone ; someone ; staff ; each other ; another ; other
    his mum ; her mum ; my
    (?:a|the|one of the|one of my|two|some|his|our) (?:\w+ )?(?:{child}|{adult}|mum|sister|friend|girlfriend)
  `),
};
