import { concept } from './concept.ts';

/** Premises, visitors, trips, money. */
export const schoolLife = [
  concept(
    'trip',
    `trip, visit, school trip, educational visit, residential, outing, excursion, coach, off site visit, evc,
     educational visits coordinator, trip leader, day out, school journey, field trip, group leader, overnight stay,
     abroad, visit leader, museum, camp, residential trip, party leader, exchange, ski trip, walk to the park,
     off site activity, local walk, pgl, duke of edinburgh, passport, adventure activity, farm trip, trip form,
     off site trip`,
  ),
  concept(
    'premises',
    `premises, site, building, grounds, gate, door, entrance, fob, keypad, door code, key, locked, school site,
     classroom, school grounds, playground, fence, perimeter, car park, on site, alarm, room, hall, alarm code,
     setting the alarm, unlock, access control, corridor, front door, door entry, lock up, opening up, staff room,
     security of the building, swipe card, boundary, open the door, hold the door, lettings, hire of the hall,
     main entrance`,
  ),
  concept(
    'visitor-control',
    `sign in, visitor badge, visitor book, badge, lanyard, challenge, id, identification, check id,
     sign in at reception, escort, identity, unescorted, wandering, proof of identity, inventry, photo id, no badge,
     without a badge, entry system, ask who they are, sign visitors in, name badge, accompany,
     accompanied at all times, identity check, red lanyard, sign out, not wearing a badge, visiting,
     report to reception, id badge`,
  ),
  concept(
    'parking',
    `park, car park, drop off zone, parents parking, speed limit, yellow lines, zigzag, bike shed, staff car park,
     traffic, cycle, electric car, scooters, bicycle, disabled bay, one way`,
  ),
  concept(
    'money',
    `money, cash, petty cash, budget, fundraise, dinner money, payment, bank, finance, expenses, receipt, claim,
     school fund, trip money, parentpay, parent pay, invoice, funds, sponsored, credit card, debit card, mileage,
     claim back, expense claim, lottery, raffle, pupil premium, financial, charge, voluntary contribution,
     remission, subs, travel expenses, collect money, scopay, value for money, best value, gift aid, bank details,
     cheque, counting cash, paypal, spend my own money, reimbursement, fuel, petrol`,
  ),
  concept(
    'property',
    `lost property, personal belongings, valuables, personal property, own belongings, insurance, belongings,
     possessions, jewellery, own risk, not responsible for loss, liability, liable, personal possessions, stuff,
     personal items, bags, property, insurance cover, covered if, toy from home`,
  ),
  concept(
    'lettings',
    `letting, hire, hirer, community use, outside group, hall hire, external group, rent, out of hours use,
     booking the hall, third party use`,
  ),
  concept(
    'events',
    `event, parents evening, fete, fair, open day, celebration, party, birthday party, christmas party,
     non uniform day, mufti, end of term party, staff party, staff night out, night out, leaving do, bake sale,
     own clothes day`,
  ),
  concept(
    'weather',
    `snow, closure, close the school, severe weather, bad weather, heating, heatwave, school closure, shut, snow day,
     closed, boiler, flood, power cut, no heating, school closes`,
  ),
  concept(
    'environment',
    `environment, recycle, energy, lights off, sustainability, climate, carbon, waste, single use plastic, eco, solar`,
  ),
  concept(
    'publications',
    `website, newsletter, publish, brochure, prospectus, school publications, press, publicity material,
     school website, handbook, staff handbook, available on the website, noticeboard, leaflet, hard copy,
     where is the policy, where can i find, available from, copies of, published on`,
  ),
];
