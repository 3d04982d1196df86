-- ARGV: group, consumer, max, lease in milliseconds, and a random number that says
-- who comes first where there are more lanes than room.
-- Returns the deliveries, each {id, key, body, attempt}; the milliseconds until
-- something delivered before comes back, or -1; how many entries could not be
-- delivered; and of each lane the stream and the id of the last new entry
-- delivered. Where there are deliveries, nobody needs the rest.
local consumer, max, lease, seed = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
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

-- again delivers a message whose lease has run out, or whose delay is over.
local function again(id)
	local attempts = pending(id)
	if not attempts then
		return -- the group was made anew: it comes, or came, as a new entry
	end
	local stream, entry = place(id)
	local found = redis.call('XCLAIM', stream, group, consumer, 0, entry)[1]
	if found then
		deliver(id, found[2], attempts + 1)
	else
		bury(id, '', '', 'the entry was deleted from the stream before it was acknowledged')
		buried = buried + 1
	end
end

-- take_back takes up to n of what comes back and returns how many there were.
local function take_back(n)
	local taken = 0
	for _, set in ipairs({ leased, delayed }) do
		for _, id in ipairs(redis.call('ZRANGEBYSCORE', set, '-inf', now, 'LIMIT', 0, n - taken)) do
			redis.call('ZREM', set, id)
			again(id)
			taken = taken + 1
		end
	end
	return taken
end

-- take_new takes up to n of a lane's new messages and returns how many there were.
local function take_new(lane, n)
	local new = redis.call('XREADGROUP', 'GROUP', group, consumer, 'COUNT', n, 'STREAMS', grouped(lane), '>')
	local entries = new and new[1][2] or {}
	for _, entry in ipairs(entries) do
		deliver(message_id(entry[1], lane), entry[2], 1)
	end
	return #entries
end

-- deal gives an even share of the room to each, and again to those that had
-- more, until there is no room or nothing left.
local function deal(takers, room)
	while #takers > 0 do
		local share, more = math.max(1, math.floor(room / #takers)), {}
		for _, take in ipairs(takers) do
			if room == 0 then
				return
			end
			local taken = take(share)
			room = room - taken
			if taken == share then
				more[#more + 1] = take
			end
		end
		takers = more
	end
end

local takers, list = { take_back }, all_lanes()
for _, lane in ipairs(list) do
	takers[#takers + 1] = function(n) return take_new(lane, n) end
end
math.randomseed(seed)
for i = #takers, 2, -1 do
	local j = math.random(i)
	takers[i], takers[j] = takers[j], takers[i]
end
deal(takers, max)
if #deliveries > 0 then
	return { deliveries, 0, buried, {} }
end

local wait = -1
for _, set in ipairs({ leased, delayed }) do
	local soonest = redis.call('ZRANGE', set, 0, 0, 'WITHSCORES')[2]
	if soonest and (wait < 0 or soonest - now < wait) then
		wait = math.max(0, soonest - now)
	end
end

local lasts = {}
for _, lane in ipairs(list) do
	for _, info in ipairs(redis.call('XINFO', 'GROUPS', grouped(lane))) do
		local fields = {}
		for i = 1, #info, 2 do
			fields[info[i]] = info[i + 1]
		end
		if fields.name == group then
			lasts[#lasts + 1] = { stream_of(lane), fields['last-delivered-id'] }
		end
	end
end

return { deliveries, wait, buried, lasts }
