/** A law, body or scheme that a policy should no longer cite as it stands. */
export interface ReplacedLaw {
  readonly cited: RegExp;
  readonly name: string;
  /** `error` where nothing of it is in force in England; `advice` where a part is, or where the name only changed. */
  readonly severity: 'error' | 'advice';
  readonly since: string;
  readonly instead: string;
  readonly source: string;
}

/** Checked for England. Each row gives where the change can be read. */
export const replacedLaw: readonly ReplacedLaw[] = [
  {
    cited: /\bData Protection Act,? 1984\b|\bData Protection Act,? 1998\b|\bDPA,? 1998\b/i,
    name: 'the Data Protection Act 1984 or 1998',
    severity: 'error',
    since: '25 May 2018',
    instead: 'the UK GDPR and the Data Protection Act 2018',
    source: 'https://www.legislation.gov.uk/ukpga/2018/12/schedule/19',
  },
  {
    cited:
      /\b(?:EU )?(?:General Data Protection Regulations?|GDPR)\b(?:\s*\(?(?:GDPR|EU)\)?)*,?\s*\(?(?:2016(?:\/679)?|2018)\b|(?<!UK )(?<!United Kingdom )\bGeneral Data Protection Regulations?\b/i,
    name: 'the General Data Protection Regulation of the EU',
    severity: 'advice',
    since: '31 December 2020',
    instead: 'the UK GDPR',
    source: 'https://www.legislation.gov.uk/eur/2016/679/contents',
  },
  {
    cited: /\bRegulation of Investigatory Powers Act\b|\bRIPA\b/i,
    name: 'the Regulation of Investigatory Powers Act 2000',
    severity: 'advice',
    since: '2018 and 2019, as to intercepting communications and communications data',
    instead: 'the Investigatory Powers Act 2016 where interception or communications data are meant',
    source: 'https://www.legislation.gov.uk/ukpga/2016/25/schedule/10',
  },
  {
    cited: /\bLawful Business Practice\b.{0,60}\bRegulations,? 2000\b/i,
    name: 'the Lawful Business Practice Regulations 2000',
    severity: 'error',
    since: '27 June 2018',
    instead:
      'the Investigatory Powers (Interception by Businesses etc. for Monitoring and Record-keeping Purposes) Regulations 2018',
    source: 'https://www.legislation.gov.uk/uksi/2018/356/contents/made',
  },
  ...['Sex Discrimination Act', 'Race Relations Act', 'Disability Discrimination Act', 'Equal Pay Act'].map(
    (act): ReplacedLaw => ({
      cited: new RegExp(`\\b${act}\\b`, 'i'),
      name: `the ${act}`,
      severity: 'error',
      since: '1 October 2010',
      instead: 'the Equality Act 2010',
      source: 'https://www.legislation.gov.uk/ukpga/2010/15/schedule/27',
    }),
  ),
  {
    cited: /\bLibel Act,? 1843\b/i,
    name: 'the Libel Act 1843',
    severity: 'advice',
    since: '12 January 2010 for its offences; a little of it about civil claims still stands',
    instead: 'the Defamation Acts 1952, 1996 and 2013',
    source: 'https://www.legislation.gov.uk/ukpga/2009/25/section/73',
  },
  {
    cited: /\bMalicious Communications Act,? 1998\b/i,
    name: 'the Malicious Communications Act with the year 1998, which does not exist',
    severity: 'error',
    since: 'its making: it is of 1988',
    instead: 'the Malicious Communications Act 1988, and the Online Safety Act 2023 for threats and false messages',
    source: 'https://www.legislation.gov.uk/ukpga/1988/27/contents',
  },
  {
    cited: /\bCommunication Act,? 2003\b/,
    name: 'the Communications Act 2003 under a wrong name',
    severity: 'advice',
    since: 'its making',
    instead: 'the Communications Act 2003, and the Online Safety Act 2023 for false messages',
    source: 'https://www.legislation.gov.uk/ukpga/2003/21/contents',
  },
  {
    cited: /\bCriminal Records? Bureau\b|\bCRB\b/,
    name: 'the Criminal Records Bureau (CRB)',
    severity: 'advice',
    since: '1 December 2012',
    instead: 'the Disclosure and Barring Service (DBS)',
    source: 'https://www.legislation.gov.uk/uksi/2012/3006/contents/made',
  },
  {
    cited: /\bIndependent Safeguarding Authority\b/i,
    name: 'the Independent Safeguarding Authority',
    severity: 'advice',
    since: '1 December 2012',
    instead: 'the Disclosure and Barring Service (DBS)',
    source: 'https://www.legislation.gov.uk/uksi/2012/3006/contents/made',
  },
  {
    cited: /\bEvery Child Matters\b/i,
    name: 'Every Child Matters',
    severity: 'advice',
    since: '2010',
    instead: 'Working Together to Safeguard Children and Keeping Children Safe in Education',
    source: 'https://www.gov.uk/government/publications/working-together-to-safeguard-children--2',
  },
  {
    cited: /\bLocal Safeguarding Children(?:'s|’s|s)? Board\b|\bLSCB\b/i,
    name: 'the Local Safeguarding Children Board (LSCB)',
    severity: 'advice',
    since: '29 September 2019',
    instead: 'the local safeguarding partners',
    source: 'https://www.legislation.gov.uk/ukpga/2017/16/part/1/chapter/2',
  },
];
