-- ARGV: group, consumer, max, lease in milliseconds.
-- Returns the deliveries, each {id, key, body, attempt}; the milliseconds until
-- something delivered before comes back, or -1; the id of the last new entry
-- delivered; and how many entries could not be delivered.
local consumer, max, lease = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local deliveries, buried = {}, 0

local function deliver(id, fields, attempt)
	local key, body = message(fields)
	if not body then
		bury(id, key, body, 'the entry in the stream has no field "body"')
		buried = buried + 1
		return
	end
	redis.call('ZADD', leased, now + lease, id)
	deliveries[#deliveries + 1] = { id, key, body, attempt }
end

-- again delivers an entry whose lease has run out, or whose delay is over.
local function again(id)
	local attempts = pending(id)
	if not attempts then
		return -- the group was made anew: it comes, or came, as a new entry
	end
	local entry = redis.call('XCLAIM', stream, group, consumer, 0, id)[1]
	if entry then
		deliver(id, entry[2], attempts + 1)
	else
		bury(id, '', '', 'the entry was deleted from the stream before it was acknowledged')
		buried = buried + 1
	end
end

for _, set in ipairs({ leased, delayed }) do
	for _, id in ipairs(redis.call('ZRANGEBYSCORE', set, '-inf', now, 'LIMIT', 0, max - #deliveries)) do
		redis.call('ZREM', set, id)
		again(id)
	end
end

if #deliveries < max then
	local new = redis.call('XREADGROUP', 'GROUP', group, consumer, 'COUNT', max - #deliveries, 'STREAMS', stream, '>')
	for _, entry in ipairs(new and new[1][2] or {}) do
		deliver(entry[1], entry[2], 1)
	end
end

local wait = -1
for _, set in ipairs({ leased, delayed }) do
	local first = redis.call('ZRANGE', set, 0, 0, 'WITHSCORES')[2]
	if first and (wait < 0 or first - now < wait) then
		wait = math.max(0, first - now)
	end
end

local last = '0-0'
for _, info in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
	local fields = {}
	for i = 1, #info, 2 do
		fields[info[i]] = info[i + 1]
	end
	if fields.name == group then
		last = fields['last-delivered-id']
	end
end

return { deliveries, wait, last, buried }
