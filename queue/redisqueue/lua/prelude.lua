#!lua flags=allow-oom
-- Begins every script. KEYS, and the group's name, are the same for all.
-- allow-oom: when memory is short, what waits must still be handled, since that
-- is what frees memory; publishing is refused then.
local leased, delayed, dead, lanes = KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local group = ARGV[1]

-- now is the server's time in milliseconds: one clock for all workers.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- stream_of returns the key of a lane's stream. It is no key that the script was
-- given, but lies in the same slot of a cluster.
local function stream_of(lane)
	return lane == '' and KEYS[1] or KEYS[1] .. ':' .. lane
end

-- all_lanes lists the lanes: '' and those that were ever published to.
local function all_lanes()
	local list = redis.call('SMEMBERS', lanes)
	list[#list + 1] = ''
	return list
end

-- grouped makes a lane's stream and its group unless they are there, as for a
-- lane that is new and for a server that lost its data. A group starts at the
-- stream's begin: what is acknowledged is not in the stream any more.
local function grouped(lane)
	redis.pcall('XGROUP', 'CREATE', stream_of(lane), group, '0', 'MKSTREAM')
	return stream_of(lane)
end

-- A message's id is its entry's, and '@' with its lane behind unless that is ''.
local function message_id(entry, lane)
	return lane == '' and entry or entry .. '@' .. lane
end

-- place returns the stream, the entry and the lane of a message's id.
local function place(id)
	local entry, lane = string.match(id, '^([^@]*)@?(.*)$')
	return stream_of(lane), entry, lane
end

-- pending returns how often a delivered message was delivered, nil when it is
-- not pending (any more).
local function pending(id)
	local stream, entry = place(id)
	local found = redis.pcall('XPENDING', stream, group, entry, entry, 1)
	return found[1] and found[1][4] -- without a group, found has but an error
end

-- held says whether the lease is the message's last: a takeover or a new attempt
-- makes the count of deliveries higher, all else ends its place in leased.
local function held(id, lease)
	return redis.call('ZSCORE', leased, id) and tostring(pending(id)) == lease
end

-- remove forgets a message that is dealt with.
local function remove(id)
	local stream, entry = place(id)
	redis.call('XACK', stream, group, entry)
	redis.call('XDEL', stream, entry)
	redis.call('ZREM', leased, id)
end

-- message returns the key, the body and the lane in an entry's fields; entries of
-- the lanes' streams do not name theirs.
local function message(fields)
	local found = {}
	for i = 1, #fields, 2 do
		found[fields[i]] = fields[i + 1]
	end
	return found.key or '', found.body, found.lane or ''
end

-- bury makes a dead letter of a message.
local function bury(id, key, body, cause)
	local _, _, lane = place(id)
	redis.call('XADD', dead, '*', 'lane', lane, 'key', key, 'body', body or '', 'cause', cause)
	remove(id)
end

