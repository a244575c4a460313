import { concept } from './concept.ts';

/** Social media and pictures. */
export const media = [
  concept(
    'social-media',
    `social media, social network, social networking site, facebook, insta, instagram, tiktok, twitter, snapchat,
     snap, youtube, linkedin, fb, pinterest, reddit, discord, threads, bebo, myspace, tumblr, twitch, bluesky,
     mastodon, social platform, online profile, blog, forum, vlog, socials, my profile, social site, wiki, bereal,
     vine, flickr, yik yak, online forum, mumsnet, tweet, tinder, dating app, dating site, online community,
     onlyfans, kik, x account, social media site, podcast, internet site, online presence, digital presence,
     digital footprint, twitter account`,
  ),
  concept(
    'friend-request',
    `friend request, add, add as a friend, befriend, follow, accept, unfriend, add me, added me, friends on,
     be friends, friends with, connection, contacts list, follow me, add on, requested to follow, follow request,
     block them, friends list, online friend, accept an invitation, adding, friending, invite`,
    'social-media',
  ),
  concept(
    'privacy-settings',
    `privacy setting, private account, public profile, security setting, lock down, who can see, profile picture,
     profile photo, set to private, privacy, public, settings, private profile, public account,
     visible to the public, privacy controls, profile private`,
    'social-media',
  ),
  concept(
    'work-identity',
    `say where i work, name the school, mention the school, identify the school, put my workplace, place of work,
     where i work, school name, employer on my profile, associated with the school, employer, workplace on,
     identify themselves as, name of the school, list my job, own views, views are my own, disclaimer,
     on behalf of the school, represent the school, speak for the school, associate with, linked to the school,
     views of the school, school logo, connected with the school, name their employer`,
    'social-media',
  ),
  concept(
    'school-account',
    `school twitter, school facebook, class page, school account, official account, class twitter, school page,
     school social media, class account, official social media, school website, website, class blog, newsletter,
     school blog, prospectus, facebook page, school instagram, department account, administrator of the page,
     moderate, fake account, fan page, official page, school site`,
  ),
  concept(
    'tagging',
    `tag, untag, comment, share, retweet, repost, hashtag, mention, emoji, reply, caption, react, liking`,
    'social-media',
  ),
  concept(
    'photo',
    `photo, picture, image, video, film, camera, snap, selfie, film clip, footage, digital image, take a photo,
     photography, recording, video recording, still image, shot, moving image, go pro, gopro, webcam, screenshot,
     screen shot, imagery, take pictures, visual image, take pics, group photo, school photographer, photo shoot,
     digital camera, ipad photo, school camera, movie, record video`,
  ),
  concept(
    'image-consent',
    `photo consent, image consent, photo permission, parental consent, consent form, permission form, photo list,
     permission slip, signed consent, no photos, consent, parental permission, parents agree, no photo list,
     written consent, permission from parents, parent says no, consent of parents, opt out of photos,
     permission to photograph, agreed to photos`,
  ),
  concept(
    'image-name',
    `name with photo, full name, first name, surname, caption, name and photo, names, identify a child, label photo,
     last name, photo with their name, identify pupils, names of children, initials, name in the newsletter`,
  ),
  concept(
    'performance',
    `school play, nativity, sports day, assembly, concert, performance, parents filming, parents taking photos,
     christmas show, school show, school production, parents video, school event, parents evening, open evening,
     leavers assembly, summer fair, graduation, school fair, celebration, prom, discos, shows, events, carol concert`,
  ),
  concept(
    'audio-recording',
    `audio recording, voice recording, record a meeting, record a conversation, secretly record, covert recording,
     dictaphone, tape, recording a lesson, record me, covertly, record lessons, recording a call, secret recording,
     smart speaker, alexa, google home`,
  ),
  concept(
    'drawing-display',
    `display, wall display, noticeboard, display board, work on display, learning journey, learning journal,
     tapestry, observation, evidence me, scrapbook, portfolio, online learning journal, famly, progress check`,
  ),
];
