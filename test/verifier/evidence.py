"""Checks Staffroom's evidence bundles: words, campaigns, signatories and receipts, the ledger that has them, and a seal.
verify.py calls it."""
from verify import INSTANT, SLUG, canonical, fits, is_vouched, read_header, read_line, sha, verify

KINDS = ('words', 'campaign', 'signatory', 'receipt')

def has(value, fields):
    return isinstance(value, dict) and set(value) == set(fields.split())

def pick(value, fields):
    return {name: value[name] for name in fields.split() if name in value}

def is_bound(receipt, found, signed):
    campaign, signatory = found['campaign'][receipt['campaignId']], found['signatory'].get(str(receipt.get('signatoryId')))
    fits_its_hash = receipt.get('commitment') == sha(canonical({k: v for k, v in receipt.items() if k != 'commitment'}))
    if not fits_its_hash or signatory is None or signatory['campaignId'] != receipt['campaignId'] or signatory['id'] in signed:
        return False
    signed.add(signatory['id'])
    document = campaign.get('document')
    statements = document.get('statements') if isinstance(document, dict) else None
    return (isinstance(statements, list) and all(isinstance(one, dict) for one in statements)
            and isinstance(receipt.get('document'), dict) and pick(document, 'policyId title version hash') == receipt.get('document')
            and receipt['document'].get('hash') in found['words']
            and receipt.get('statementsHash') == sha(canonical([pick(one, 'text ref') for one in statements])))

def verify_evidence(lines, witnesses):
    """A dictionary with the verdict on one bundle."""
    rows = [read_line(raw) for raw in lines]
    head, found, signed, rank, place = rows[0][1], {kind: {} for kind in KINDS}, set(), 0, {}
    about = head['about'] if has(head, 'about format madeAt school schoolId') and isinstance(head['about'], dict) else {}
    scope = {'school': 'kind', 'campaign': 'campaign', 'person': 'name'}.get(str(about.get('kind')), '')
    if not (isinstance(about.get(scope), str) and head['format'] == 'staffroom-evidence-1' and fits(SLUG, head['schoolId'])
            and fits(INSTANT, head['madeAt']) and isinstance(head['school'], str)):
        return {'kind': 'unreadable'}
    broken = lambda line, what=None, entry=None: {'kind': 'broken', 'line': line, 'what': what, 'entry': entry}
    for start, (kind, value) in enumerate(rows[1:], 1):
        if kind == 'export':
            break
        if kind not in KINDS[rank:] or not isinstance(value, dict):
            return broken(start + 1)
        rank = KINDS.index(kind)
        name = sha(canonical(value)) if kind == 'words' else value.get('id')
        if not isinstance(name, str):
            return broken(start + 1)
        if (name in found[kind] or (rank > 0 and value.get('schoolId') != head['schoolId'])
                or (rank > 1 and str(value.get('campaignId')) not in found['campaign'])
                or (rank > 2 and not is_bound(value, found, signed))):
            return broken(start + 1, name)
        found[kind][name], place[kind, name] = value, start + 1
    else:
        return broken(len(lines))
    end = len(rows) - (rows[-1][0] == 'seal')
    ledger = verify(lines[start:end], witnesses)
    if ledger['kind'] != 'whole':
        return broken(start + ledger.get('line', 1), None, ledger.get('entry'))
    if rows[start][1]['schoolId'] != head['schoolId'] or rows[start][1]['chain'] != 'signoffs':
        return broken(start + 1)
    entries = [(number, row) for number, (kind, row) in enumerate(rows[:end], 1) if kind == 'entry']
    signings = [(number, one) for number, one in entries if one['kind'] == 'signed']
    for name, one in found['receipt'].items():
        own = [entry for _, entry in signings if entry['facts'].get('receipt') == name]
        policy = {'policy': one['document']['policyId']} if 'policyId' in one['document'] else {}
        facts = {'campaign': one['campaignId'], 'receipt': name, 'hash': one['document']['hash'], 'commitment': one['commitment']}
        if len(own) != 1:
            return broken(place['receipt', name], name)
        if own[0]['at'] != one.get('at') or own[0]['facts'] != {**facts, **policy}:
            return broken(place['receipt', name], name, own[0]['seq'])
    gone, destroyed = {one['facts'].get('receipt') for _, one in entries if one['kind'] == 'receipt-destroyed'}, 0
    for number, one in signings:
        name = one['facts'].get('receipt')
        if (scope == 'kind' or (scope == 'campaign' and one['facts'].get('campaign') == about['campaign'])) and name not in found['receipt']:
            if name not in gone:
                return broken(number, name, one['seq'])
            destroyed += 1
    for name, one in found['signatory'].items():
        if one.get('state') == 'signed' and name not in signed:
            return broken(place['signatory', name], name)
    seal, keys = rows[-1][1], read_header(*rows[start])
    made = {'at': head['madeAt'], 'keyId': list(keys)[-1] if keys else None, 'lines': len(lines) - 1, 'schoolId': head['schoolId'],
            'hash': sha(b''.join(raw.rstrip(b' \t\r') + b'\n' for raw in lines[:-1]))}
    if not has(seal, 'at hash keyId lines schoolId signature') or not is_vouched(seal, keys) or pick(seal, ' '.join(made)) != made:
        return broken(len(lines))
    return {**ledger, 'receipts': len(found['receipt']), 'destroyed': destroyed}
