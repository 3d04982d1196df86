#!lua flags=allow-oom
-- Begins every script. KEYS, and the group's name, are the same for all.
-- allow-oom: when memory is short, what waits must still be handled, since that
-- is what frees memory; publishing is refused then.
local stream, leased, delayed, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local group = ARGV[1]

-- now is the server's time in milliseconds: one clock for all workers.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- pending returns how often a delivered entry was delivered, nil when it is not
-- pending (any more).
local function pending(id)
	local found = redis.call('XPENDING', stream, group, id, id, 1)
	return found[1] and found[1][4]
end

-- held says whether the lease is the entry's last: a takeover or a new attempt
-- makes the count of deliveries higher, all else ends its place in leased.
local function held(id, lease)
	return redis.call('ZSCORE', leased, id) and tostring(pending(id)) == lease
end

-- remove forgets an entry that is dealt with.
local function remove(id)
	redis.call('XACK', stream, group, id)
	redis.call('XDEL', stream, id)
	redis.call('ZREM', leased, id)
end

-- message returns the key and the body in an entry's fields.
local function message(fields)
	local found = {}
	for i = 1, #fields, 2 do
		found[fields[i]] = fields[i + 1]
	end
	return found.key or '', found.body
end

-- bury makes a dead letter of an entry.
local function bury(id, key, body, cause)
	redis.call('XADD', dead, '*', 'key', key, 'body', body or '', 'cause', cause)
	remove(id)
end
