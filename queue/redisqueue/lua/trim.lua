-- ARGV: group, milliseconds. What is acknowledged is deleted at once, so there
-- is no such thing to trim. What goes are consumers that have nothing and were
-- not seen for so long. What comes back are pending entries that neither leased
-- nor delayed knows, because somebody deleted or evicted those keys.
local function forget_consumers(stream)
	for _, info in ipairs(redis.call('XINFO', 'CONSUMERS', stream, group)) do
		local fields = {}
		for i = 1, #info, 2 do
			fields[info[i]] = info[i + 1]
		end
		if fields.pending == 0 and fields.idle > tonumber(ARGV[2]) then
			redis.call('XGROUP', 'DELCONSUMER', stream, group, fields.name)
		end
	end
end

for _, lane in ipairs(all_lanes()) do
	local stream = grouped(lane)
	forget_consumers(stream)
	for _, entry in ipairs(redis.call('XPENDING', stream, group, 'IDLE', ARGV[2], '-', '+', 1000)) do
		local id = message_id(entry[1], lane)
		if not redis.call('ZSCORE', leased, id) and not redis.call('ZSCORE', delayed, id) then
			redis.call('ZADD', leased, now, id)
		end
	end
end
