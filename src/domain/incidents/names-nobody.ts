/** Words of places, services, devices and what is kept, which name nobody. */
const harmless = new Set(
  `a about after all an and another at away before behind below beside both by during for from in inside into its near next no
  not of off on one only or out outside over own per some the their there to two under up with within on our my her his your
  am pm morning afternoon evening night today yesterday lunchtime lunch break breaktime playtime registration assembly lesson
  lessons club trip before after school
  school classroom class room rooms hall halls dinner dining canteen kitchen corridor corridors playground yard field pitch
  gym gymnasium sports changing toilet toilets cloakroom library office offices reception nursery staffroom ict computer
  suite lab science music art hut mobile building block wing floor ground first second third fourth upstairs downstairs
  gate gates entrance exit stairs staircase lift car park carpark street road bus coach minibus taxi train station stop
  home house flat park shop shops swimming pool leisure centre church museum farm beach camp residential site online
  year years group groups key stage ks1 ks2 ks3 ks4 ks5 form tutor table desk corner door window front back side left right
  internet web website sites page app apps game games chat chats message messages text texts email emails mail phone phones
  call calls video videos photo photos photograph photographs picture pictures screenshot screenshots recording recordings
  link post posts story stories live stream comment comments profile account accounts group server channel forum
  whatsapp instagram snapchat snap tiktok youtube facebook messenger twitter discord roblox minecraft fortnite telegram
  teams outlook gmail google classroom drive onedrive sharepoint zoom xbox playstation nintendo switch twitch reddit
  pinterest signal wechat kik omegle vsco bereal threads bluesky spotify netflix chatgpt copilot
  computer computers laptop laptops chromebook chromebooks ipad ipads tablet tablets device devices watch console camera
  usb stick memory card disk drawer drawers cupboard cabinet cabinets safe locked lock key folder folders file files
  envelope paper papers printed print copy copies note notes notebook notepad book saved save kept keep stored written
  taken switched off pupil pupils child children adult adults staff teacher teachers parent parents not known unknown
  nothing none is are was were it they has have had been still where i we`.split(/\s+/),
);
const mostWords = 14;

/**
 * Whether something that a reporter typed into a short field can be shown in a channel: it holds only words from a closed
 * list of places, services, devices and ways to keep something, and numbers of at most two digits. Anything else may be a
 * name, and is shown only to who opens the details.
 */
export function namesNobody(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const isPlain = /^[\p{L}\p{N}\s.,;:'’()/&+-]*$/u.test(text);
  return (
    isPlain && words.length <= mostWords && words.every((word) => harmless.has(word) || /^\d{1,2}(am|pm)?$/.test(word))
  );
}
