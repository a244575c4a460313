/**
 * Concepts that stand for one another at a distance: a clause that answers a question about the one often speaks of the
 * others. Read both ways. Wider and narrower concepts are written at the concept itself.
 */
export const relations: Readonly<Record<string, readonly string[]>> = read(`
abuse: concern, safeguarding
abusive-parent: complaint, behaviour
account: password
accuse: allegation-staff, complaint
ai: software, personal-data
allegation-staff: lado, suspension, investigate
allow: approve, consent
appeal: complaint, disciplinary
appraisal: training
approve: sign, consent
attendance: collection
audio-recording: photo, record
be-alone: supervision, safer-culture
behaviour: bullying, pupil-sanction
borrow: device, use
break: lose, report
break-rules: disciplinary, forbid
break-time: working-hours
bullying: equality, abuse
buy: money, pay-for
cctv: monitor, photo
child-disclosure: concern, report
cloud: keep, software
collection: parent
complaint: report, grievance
concern: report, safeguarding-lead
confidential: disclose, personal-data
consent: parent, approve
contact: email, phone-call
contractor: visitor
copyright: download, software
criminal-record: vetting, interest
cultural-harm: police, safeguarding
data-breach: report, lose, data-protection-officer
data-protection: personal-data
deadline: immediately, before
delete: keep, time-limit-keeping
device: use, ict-lead
disability: special-needs, equality
disciplinary: break-rules
disclose: share-data, personal-data
download: software, copyright
dress: code-of-conduct
email: messaging, send
emergency: health-and-safety, first-aid
encryption: portable-storage, secure-data, password
exception: allow
exclusion: pupil-sanction
existing-injury: first-aid, record
exploitation: radicalisation, safeguarding
filtering: monitor, internet
first-aid: illness, record
former-pupil: friend-request
friend-request: contact, friend
friend: private-life, interest
gaming: internet, private-life
gift: interest, money
give-lift: be-alone, trip
grievance: complaint, bullying
health-and-safety: risk-assessment
help: contact, report
illegal-images: police, pornography
illness: medicine, medical-condition
image-consent: parent, photo
image-name: photo, personal-data
immediately: emergency
induction: training, join
inclusion-lead: special-needs
interest: private-life
internet: network, look-at
intimate-care: be-alone, touch
investigate: decide, disciplinary
join: induction, recruitment
keep: secure-data, records
lado: allegation-staff
language: code-of-conduct, bullying
leave: get-back, transfer-file
lock-screen: password, secure-data
look-at: internet
lose: data-breach, report, property
low-level-concern: report, headteacher
malware: software, report
marketing: private-life, publications
media-press: contact, reputation
medical-condition: medicine
medicine: health-and-safety, parent
meet: out-of-hours, friend
messaging: contact, phone
missing-child: police, supervision
monitor: search, network
neglect-signs: concern
out-of-hours: private-life
own-device: phone, take-home
parking: premises
password: secure-data
pay-for: money, property
performance: photo, parent
phone: phone-silent, own-device, phone-call
phone-number: contact, disclose
phone-silent: working-hours
photo: upload, look-at
politics: reputation, private-life
pornography: internet, forbid
portable-storage: take-home, personal-data
pregnancy: health-and-safety, risk-assessment
premises: visitor-control, secure-data
pretend: social-media, honesty
privacy-settings: secure-data
private-life: use
protect: safeguarding
pupil-sanction: disciplinary
radicalisation: concern
record: records, report
records: subject-access, keep
recruitment: vetting
reference: recruitment
refuse: consent
regulator: report
remote-learning: photo, screen, messaging
report: record
reputation: work-identity, upload
request: subject-access
responsible: decide
restraint: touch, record
review: yearly, regularly
risk-assessment: trip
safer-culture: code-of-conduct, friend
school-account: upload, publications
search: behaviour
secure-data: premises
self-harm: concern
send: email
sexual-harm: illegal-images, safeguarding
share-data: social-care, consent
sick-leave: staff-absence-cover
sign: policy
social-care: police, concern
social-media: internet, upload
software: ict-lead
staff-absence-cover: safeguarding-lead
stop: delete
stress: self-harm, help
subject-access: personal-data, deadline
substances: disciplinary, forbid
supervision: visitor-control
suspension: allegation-staff
tagging: photo, upload
take-home: keep, device
teleworking: remote-learning, take-home
time-limit-keeping: records
touch: restraint
training: yearly
transfer-file: records, send
trip: first-aid, collection
upload: publications
use: allow
vetting: volunteer, recruitment
visitor-control: vetting
volunteer: supervision
vulnerable: social-care
weather: premises
whistleblowing: concern, allegation-staff, report
work-identity: school-account
working-hours: private-life
yearly: review, training
`);

function read(text: string): Record<string, string[]> {
  const lines = text.split('\n').filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line): [string, string[]] => {
      const [name = '', related = ''] = line.split(':');
      return [name.trim(), related.split(',').map((other) => other.trim())];
    }),
  );
}
