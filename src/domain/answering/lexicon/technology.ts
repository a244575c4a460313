import { concept } from './concept.ts';

/** Devices, accounts, networks, software. */
export const technology = [
  concept(
    'phone',
    `phone, mobile, mobile phone, mobile device, smartphone, iphone, android, handset, cell phone, moby, smart watch,
     apple watch, wearable, personal device, telephone, cellphone, personal mobile, fitbit, wearable technology,
     moblie, personal phone, own phone, wearable device`,
    'device',
  ),
  concept(
    'phone-silent',
    `silent, switched off, turned off, on silent, out of sight, bag, put away, on vibrate, aeroplane mode,
     off and away, locker, in my pocket, pocket, phone on, ringing, goes off, visible, hidden away, in a drawer,
     handbag, airplane mode, on display`,
  ),
  concept(
    'phone-call',
    `phone call, personal call, take a call, make a call, ring home, urgent call, waiting for a call, text,
     text message, sms, telephone call, voicemail, take a phone call, expecting a call, emergency call`,
  ),
  concept(
    'phone-number',
    `phone number, mobile number, personal number, number, contact details, home number, personal contact details,
     landline, home address, personal details, my number, telephone number, personal telephone number,
     withhold number, caller id, hide my number, 141, own number, personal email address`,
  ),
  concept(
    'device',
    `device, computer, laptop, ipad, tablet, chromebook, pc, desktop, kit, equipment, machine, hardware, notebook,
     school laptop, surface, ict equipment, gadget, kindle, electronic device, school device, work laptop,
     portable device, macbook, printer, projector, whiteboard, school computer, portable equipment, digital device,
     it equipment, ict, school equipment, staff laptop, interactive whiteboard`,
  ),
  concept(
    'own-device',
    `own device, byod, personal device, my own, personal laptop, home computer, own laptop, personally owned,
     my phone, own phone, personal equipment, own computer, own ipad, private device, personal phone, own equipment,
     non school device, personal computer, my laptop, my ipad, personal camera, own camera, bring in,
     bring your own, my own device, my own laptop, home laptop, personal mobile`,
    'device',
  ),
  concept(
    'portable-storage',
    `memory stick, usb, usb stick, pen drive, flash drive, data stick, external hard drive, removable media,
     portable storage, thumb drive, sd card, memory card, portable drive, dongle, cd, dvd, removable storage,
     portable media, usb drive, hard drive, usb key, data key, external drive, floppy`,
  ),
  concept('encryption', `encrypt, password protect, bitlocker, secure storage, egress, secure email, cipher, scramble`),
  concept(
    'cloud',
    `cloud, onedrive, google drive, dropbox, icloud, sharepoint, cloud storage, google docs, office 365, o365,
     microsoft 365, shared drive, network drive, the server, school server, personal drive, cloud service, gdrive,
     online storage, shared area, file sharing, backup, back up`,
  ),
  concept(
    'password',
    `password, passcode, pin, login, log in, credential, username, user name, passphrase, sign in, logon, log on,
     login details, pass word, two factor, 2fa, mfa, multi factor authentication, authenticator, log in details,
     password manager, access code, write it down, post it, post it note, change password, strong password,
     security code, face id, thumbprint, details to log in`,
  ),
  concept(
    'account',
    `account, user account, login, profile, logged in, user id, school account, personal account, work account,
     someone elses account, someone elses login, sign in as, shared account, generic account, own account, log in as`,
  ),
  concept(
    'lock-screen',
    `lock screen, log off, log out, logged in, leave unattended, unattended, lock the computer, lock my screen,
     screen lock, walk away, step away, leave it logged in, lock, logged on, left open, sign out, pop out,
     leave the room, nip out, screensaver, ctrl alt delete, lock your device, log out of`,
  ),
  concept(
    'internet',
    `internet, web, website, online, browse, browser, surf, site, the net, webpage, google, search engine,
     world wide web, wifi, on line, broadband, web browsing, intranet, going online, network`,
  ),
  concept(
    'network',
    `network, wifi, wireless, vpn, remote access, internet connection, guest wifi, hotspot, server, connect,
     broadband, school network, school system, systems, ict system, infrastructure, connect my phone, tether, 4g,
     5g, mobile data, public wifi, unsecured, home wifi, guest network`,
  ),
  concept(
    'filtering',
    `filter, block, firewall, monitoring software, smoothwall, senso, securly, bypass, proxy, vpn, unblock,
     blocked site, get round the filter, get around, circumvent, filtering system, web filter, safesearch, impero,
     monitoring system, get past, unfiltered`,
  ),
  concept(
    'malware',
    `virus, malware, phishing, scam, ransomware, hack, spyware, trojan, cyber attack, suspicious email, dodgy email,
     clicked a link, spam, anti virus, antivirus, cyber security, suspicious link, dodgy link, worm, cybercrime,
     hacker, attack, junk mail, fake email, clicked on, security incident, compromised, unsolicited, chain letter,
     chain mail, patch, security update, update, software update, suspicious attachment, infected, popup, pop up`,
  ),
  concept(
    'software',
    `software, app, program, licence, install, download, extension, copyright software, shareware, unlicensed,
     pirated, application software, plug in, screensaver, game, freeware, browser extension, add on, platform`,
  ),
  concept(
    'copyright',
    `copyright, intellectual property, plagiarism, photocopy, licence, copy music, piracy, pirate, illegal download,
     music, film, netflix, streaming, spotify, royalty, permission to copy, copying, someone elses work, ip,
     ownership of work, who owns, acknowledge source, watch a film, show a film, download music, youtube video,
     owned by, belongs to the school, property of the school, torrent, creative commons`,
  ),
  concept(
    'email',
    `email, electronic mail, outlook, gmail, hotmail, inbox, school email, work email, personal email, yahoo,
     mailbox, mail, email address, email account, private email, reply all, out of office, electronic communication,
     school email account, email system, webmail`,
  ),
  concept(
    'messaging',
    `whatsapp, messenger, imessage, dm, direct message, group chat, signal, telegram, chat group, text,
     instant message, messaging app, message, private message, chat room, staff whatsapp, parent whatsapp, chatroom,
     text message, sms, chat, class whatsapp, msn, chat app, wechat, teams chat, online chat`,
    'social-media',
  ),
  concept(
    'ai',
    `ai, artificial intelligence, chatgpt, chat gpt, copilot, gemini, generative ai, chatbot, large language model,
     ai tool, deepfake, llm, gpt, machine learning, ai generated, ai detector, claude`,
  ),
  concept(
    'printing',
    `print, printer, photocopier, copier, scanner, fax, hard copy, print out, left on the printer, print credits,
     scan, paper copy, colour printing`,
  ),
  concept(
    'teleworking',
    `work from home, home working, remote working, wfh, flexible working, hybrid, part time, job share, work at home,
     flexi, home worker, reduced hours`,
  ),
  concept(
    'gaming',
    `gaming, video game, xbox, playstation, fortnite, roblox, minecraft, online game, computer game, console,
     age rating, pegi, gamertag, nintendo switch, call of duty, gamble, betting, loot box`,
  ),
  concept(
    'screen',
    `screen, display screen, dse, eye test, workstation, vdu, whiteboard, screen sharing, share my screen,
     screen time, monitor stand, glasses, display screen equipment, workstation assessment`,
  ),
];
