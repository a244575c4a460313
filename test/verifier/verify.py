#!/usr/bin/env python3
"""Checks exports of Staffroom's ledgers and evidence bundles with nothing but Python's standard library.

    python3 verify.py [--witness HASH]... EXPORT...

Prints one line of JSON for each: kind (whole, broken, unreadable) and, where broken, the line of the file and the first
entry or record that does not hold. Exit 0 when all are whole and every witness stands in them."""
import base64, hashlib, json, re, sys
sys.dont_write_bytecode = True

# --- Ed25519, RFC 8032 section 5.1 -------------------------------------------------------------------------
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)

def add(p, q):  # in extended coordinates (X, Y, Z, T)
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(k, p):
    q = (0, 1, 1, 0)
    while k:
        if k & 1:
            q = add(q, p)
        p, k = add(p, p), k >> 1
    return q

def point(raw):
    y = int.from_bytes(raw, 'little')
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P

BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, 'little'))

def is_signed(public, message, signature):
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], 'little')
    if a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), 'little') % L
    left, right = times(s, BASE), add(r, times(k, a))  # s B = R + k A, compared without dividing
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))

# --- the format --------------------------------------------------------------------------------------------
INSTANT = re.compile(r'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,3})?Z')
NAME = re.compile(r'[A-Za-z][A-Za-z0-9-]{0,63}')
SLUG = re.compile(r'[a-z0-9]+(-[a-z0-9]+)*')
SHA = re.compile(r'[0-9a-f]{64}')
MARK = re.compile(r'[0-9a-f]{20,64}')
CHAINS = ('questions', 'signoffs', 'reports')

def canonical(value):
    # RFC 8785 for what occurs here: ASCII names, strings, booleans and integers below 2^53
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':')).encode()

sha = lambda raw: hashlib.sha256(raw).hexdigest()

def fits(pattern, value):
    return isinstance(value, str) and bool(pattern.fullmatch(value))

def unbase64(value, length):
    if not isinstance(value, str) or not re.fullmatch(r'[A-Za-z0-9_-]+', value):
        return None
    raw = base64.urlsafe_b64decode(value + '=' * (-len(value) % 4))
    plain = base64.urlsafe_b64encode(raw).rstrip(b'=').decode()
    return raw if len(raw) == length and plain == value else None

def is_entry(e):
    return (isinstance(e, dict) and set(e) == set('at chain facts hash kind prev schoolId seq'.split())
            and type(e['seq']) is int and e['seq'] > 0 and fits(INSTANT, e['at']) and fits(NAME, e['kind'])
            and fits(SLUG, e['schoolId']) and e['chain'] in CHAINS and fits(SHA, e['prev']) and fits(SHA, e['hash'])
            and isinstance(e['facts'], dict)
            and all(fits(NAME, k) and isinstance(v, (str, bool, int)) for k, v in e['facts'].items()))

def whole_number(text):  # what others call a number is none here: the 0 makes JSON of it that is not what was read
    return int(text) if abs(int(text)) < 2**53 else 0

def read_line(raw):
    try:
        raw = raw.rstrip(b' \t\r')
        value = json.loads(raw.decode(), parse_int=whole_number, parse_float=whole_number, parse_constant=whole_number)
        if canonical(value) == raw and isinstance(value, dict) and len(value) == 1:
            return next(iter(value.items()))
    except (ValueError, RecursionError):
        pass
    return None, None

def read_header(kind, head):
    named = kind == 'export' and isinstance(head, dict) and set(head) == set('chain exportedAt format keys schoolId'.split())
    if not (named and head['format'] == 'staffroom-ledger-1' and head['chain'] in CHAINS and fits(SLUG, head['schoolId'])
            and fits(INSTANT, head['exportedAt']) and isinstance(head['keys'], list)):
        return None
    keys, before, word = {}, None, True  # oldest first; word: each so far has the signature of the one before it
    for key in head['keys']:
        fields = {'keyId', 'publicKey'} | ({'endorsement', 'since'} if before else set())
        public = unbase64(key['publicKey'], 32) if isinstance(key, dict) and set(key) == fields else None
        if public is None:
            return None
        own = {'crv': 'Ed25519', 'kty': 'OKP', 'x': key['publicKey']}
        thumb = base64.urlsafe_b64encode(bytes.fromhex(sha(canonical(own)))).rstrip(b'=').decode()
        signature = unbase64(key['endorsement'], 64) if before else b''
        if key['keyId'] != thumb or thumb in keys or signature is None or (before and not fits(INSTANT, key['since'])):
            return None
        if before:
            statement = {'keyId': thumb, 'previous': before[0], 'publicKey': key['publicKey'], 'since': key['since']}
            word = word and is_signed(before[1], canonical(statement), signature)
        before, keys[thumb] = (thumb, public), public if word else None
    return keys

def is_vouched(statement, keys):
    statement = dict(statement)
    signature = unbase64(statement.pop('signature'), 64)
    public = keys.get(statement['keyId']) if isinstance(statement['keyId'], str) else None
    return signature is not None and public is not None and is_signed(public, canonical(statement), signature)

def verify(lines, witnesses):
    """A dictionary with the verdict on one export of a ledger."""
    kind, head = read_line(lines[0]) if lines else (None, None)
    keys = read_header(kind, head)
    if keys is None:
        return {'kind': 'unreadable'}
    first = sha(lines[0].rstrip(b' \t\r'))
    seq, last, signed, count, closed, stands = 0, '0' * 64, 0, 0, False, {}
    base, ranks, newest = {'schoolId': head['schoolId'], 'chain': head['chain']}, list(keys), 0
    for number, raw in enumerate(lines[1:], 2):
        broken = lambda entry: {'kind': 'broken', 'line': number, 'entry': entry}
        kind, value = read_line(raw)
        if closed:
            return broken(seq)
        if kind not in ('export', 'entry', 'checkpoint', 'closing'):
            return broken(seq + 1)
        if kind == 'entry':
            if not is_entry(value) or value['seq'] != seq + 1 or value['prev'] != last:
                return broken(seq + 1)
            body = {k: v for k, v in value.items() if k != 'hash'}
            if any(value[k] != v for k, v in base.items()) or value['hash'] != sha(canonical(body)):
                return broken(seq + 1)
            seq, last = value['seq'], value['hash']
            for one in filter(last.startswith, witnesses):
                stands.setdefault(one, seq)
            continue
        fields = 'at chain hash keyId schoolId seq signature'.split() + (['checkpoints', 'first'] if kind != 'checkpoint' else [])
        if not isinstance(value, dict) or set(value) != set(fields) or not is_vouched(value, keys):
            return broken(seq)
        if ranks.index(value['keyId']) < (newest if kind == 'checkpoint' else len(ranks) - 1):
            return broken(seq)
        if kind == 'checkpoint':
            newest = ranks.index(value['keyId'])
            if canonical(value) != canonical({**value, **base, 'seq': seq, 'hash': last}) or seq <= signed:
                return broken(seq)
            signed, count = seq, count + 1
            continue
        if canonical(value) != canonical({**value, **base, 'at': head['exportedAt'], 'first': first}):
            return broken(seq)
        if canonical(value) != canonical({**value, 'seq': seq}):
            return broken(seq + 1)
        if canonical(value) != canonical({**value, 'hash': last, 'checkpoints': count}):
            return broken(seq)
        closed = True
    if not closed:
        return {'kind': 'broken', 'line': len(lines), 'entry': seq + 1}
    return {'kind': 'whole', 'entries': seq, 'checkpoints': count, 'head': last, 'witnesses': [stands.get(w) for w in witnesses]}

def main(arguments):
    witnesses, files, rest = [], [], iter(arguments)
    for one in rest:
        if one == '--witness':
            witnesses.append(re.sub(r'[\s-]', '', next(rest, '')).lower())
        else:
            files.append(one)
    worst = 0 if files and all(fits(MARK, one) for one in witnesses) else 2
    for file in files:
        with open(file, 'rb') as stream:
            lines = stream.read().split(b'\n')
        lines = lines if lines[-1] else lines[:-1]  # what the last line ends is not a line
        if lines and read_line(lines[0])[0] == 'evidence':
            from evidence import verify_evidence
            verdict = verify_evidence(lines, witnesses)
        else:
            verdict = verify(lines, witnesses)
        print(json.dumps(verdict))
        fine = verdict['kind'] == 'whole' and None not in verdict['witnesses']
        worst = max(worst, 0 if fine else 2 if verdict['kind'] == 'unreadable' else 1)
    return worst

if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
